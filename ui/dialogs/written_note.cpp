#include "ui/dialogs/written_note.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {

void openWrittenFile(const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }

void showInFolder(const QString& path) {
  QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

WrittenNote::WrittenNote(const QString& labelName, QWidget* parent) : QWidget(parent) {
  m_says = new QLabel;
  m_says->setObjectName(labelName);
  m_says->setTextFormat(Qt::PlainText);
  m_says->setWordWrap(true);
  m_says->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_open = named("openWritten", new QPushButton(tr("Open file")));
  m_folder = named("showWritten", new QPushButton(tr("Show in folder")));
  connect(m_open, &QPushButton::clicked, this, [this] { openWrittenFile(m_path); });
  connect(m_folder, &QPushButton::clicked, this, [this] { showInFolder(m_path); });
  auto* row = makeBox<QHBoxLayout>(this, {0, 0, 0, 0}, 8);
  row->addWidget(m_says, 1);
  row->addWidget(m_open);
  row->addWidget(m_folder);
  hide();
}

WrittenNote& WrittenNote::at(QWidget* window) {
  if (auto* note = window->findChild<WrittenNote*>()) return *note;
  auto* note = new WrittenNote(QStringLiteral("writtenNote"));
  window->layout()->addWidget(note);
  return *note;
}

void WrittenNote::showWritten(const QString& path) { say("hint", tr("Saved to %1").arg(path), path); }

void WrittenNote::showProblem(const QString& message) { say("error", message, {}); }

QString WrittenNote::text() const { return m_says->text(); }

void WrittenNote::say(const char* level, const QString& text, const QString& path) {
  m_path = path;
  m_open->setVisible(!path.isEmpty());
  m_folder->setVisible(!path.isEmpty());
  m_says->setProperty("level", level);
  m_says->setText(text);
  restyle(m_says);
  show();
}

}  // namespace headlight
