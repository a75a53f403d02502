#include "ui/dialogs/replace_question.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <utility>

#include "ui/widgets/named.h"

namespace headlight {
namespace {

struct ReplaceQuestion {
  Q_DECLARE_TR_FUNCTIONS(headlight::ReplaceQuestion)
};

}  // namespace

void askToReplace(QWidget* parent, const QString& path, std::function<void()> write, const QString& why) {
  const QFileInfo file(path);
  // A folder, a device or a pipe is not replaced: who writes says what is wrong.
  if (!file.exists() || !file.isFile()) return write();
  auto* box = named("replaceQuestion", new QMessageBox(parent));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setIcon(QMessageBox::Question);
  box->setTextFormat(Qt::PlainText);
  box->setWindowTitle(ReplaceQuestion::tr("Replace file"));
  box->setText(why.isEmpty() ? ReplaceQuestion::tr("“%1” already exists. Replace it?").arg(file.fileName()) : why);
  QPushButton* replace = box->addButton(ReplaceQuestion::tr("Replace"), QMessageBox::AcceptRole);
  replace->setObjectName(QStringLiteral("replaceFile"));
  box->setDefaultButton(box->addButton(QMessageBox::Cancel));
  QObject::connect(replace, &QPushButton::clicked, parent, [write = std::move(write)] { write(); });
  box->open();
}

}  // namespace headlight
