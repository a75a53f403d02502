#include "ui/dialogs/model_sheet.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/dialogs/scrolled.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

QString headName(const ModelInfo& info) {
  switch (info.head) {
    case OutputHeadKind::None:
      return QObject::tr("none: the hidden states are the output");
    case OutputHeadKind::CausalLm:
      return QObject::tr("next token");
    case OutputHeadKind::MaskedLm:
      return QObject::tr("masked tokens");
    case OutputHeadKind::SequenceClassification:
      return QObject::tr("classes of a text (%1)").arg(info.labels.size());
    case OutputHeadKind::TokenClassification:
      return QObject::tr("classes of a token (%1)").arg(info.labels.size());
    case OutputHeadKind::ReplacedTokenDetection:
      return QObject::tr("replaced tokens");
  }
  return {};
}

}  // namespace

std::vector<std::pair<QString, QString>> modelSheetRows(const ModelInfo& info, const QString& tokenizer) {
  const QLocale locale;
  const auto number = [&locale](std::int64_t value) { return locale.toString(static_cast<qlonglong>(value)); };
  std::vector<std::pair<QString, QString>> rows;
  const auto add = [&rows](const QString& name, const QString& value) { rows.emplace_back(name, value); };
  if (info.width == 0) {  // Attention from a file.
    add(QObject::tr("Layers"), number(info.layers));
    add(QObject::tr("Heads"), number(info.heads));
    add(QObject::tr("File"), QString::fromStdString(info.folder.string()));
    return rows;
  }
  add(QObject::tr("Family"), QString::fromStdString(info.family));
  add(QObject::tr("Architecture"), QString::fromStdString(info.architecture));
  add(QObject::tr("Layers"), number(info.layers));
  add(QObject::tr("Heads"), number(info.heads));
  add(QObject::tr("Key/value heads"), number(info.kvHeads));
  add(QObject::tr("Hidden size"),
      info.heads > 0 ? QObject::tr("%1, %2 per head").arg(number(info.width), number(info.dHead)) : number(info.width));
  add(QObject::tr("Positions"), QString::fromStdString(info.positions));
  add(QObject::tr("Context"), info.maxPositions == 0 ? QObject::tr("no limit")
                              : info.positionsAreLearned
                                  ? QObject::tr("%1 tokens").arg(number(info.maxPositions))
                                  : QObject::tr("%1 tokens trained").arg(number(info.maxPositions)));
  add(QObject::tr("Vocabulary"), number(info.vocabulary));
  add(QObject::tr("Parameters"), number(info.parameters));
  add(QObject::tr("Data type"), QString::fromStdString(info.dtype));
  add(QObject::tr("Tokenizer"), tokenizer);
  add(QObject::tr("Predicts"), headName(info));
  add(QObject::tr("Folder"), QString::fromStdString(info.folder.string()));
  return rows;
}

ModelSheet::ModelSheet(const ModelInfo& info, const QString& tokenizer, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("modelSheet"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Model sheet: %1").arg(QString::fromStdString(info.name)));
  auto* sheet = new QWidget;
  auto* column = makeBox<QVBoxLayout>(sheet, {0, 0, 12, 0}, 16);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(24);
  QString plain = QString::fromStdString(info.name) + QLatin1Char('\n');
  for (const auto& [name, value] : modelSheetRows(info, tokenizer)) {
    auto* nameLabel = named("quiet", new QLabel(name));
    auto* valueLabel = new QLabel(value);
    valueLabel->setTextFormat(Qt::PlainText);
    valueLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    valueLabel->setWordWrap(true);
    valueLabel->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    valueLabel->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    form->addRow(nameLabel, valueLabel);
    plain += QStringLiteral("%1: %2\n").arg(name, value);
  }
  column->addLayout(form);
  for (const std::string& remark : info.remarks) {
    auto* label = named("remark", new QLabel(QString::fromStdString(remark)));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("level", "warning");
    column->addWidget(label);
    plain += label->text() + QLatin1Char('\n');
  }
  column->addStretch(1);
  auto* whole = makeBox<QVBoxLayout>(this, {16, 16, 16, 16}, 16);
  addScrolled(*whole, sheet);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  QPushButton* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
  connect(copy, &QPushButton::clicked, this, [plain] { QApplication::clipboard()->setText(plain); });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  whole->addWidget(buttons);
}

}  // namespace headlight
