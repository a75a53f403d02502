#include "ui/dialogs/model_sheet.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/base/bytes_text.h"
#include "ui/dialogs/scrolled.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/plain_table.h"
#include "ui/words.h"

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

std::vector<std::pair<QString, QString>> modelFileRows(const ModelFiles& files, const RunMemory& run) {
  std::vector<std::pair<QString, QString>> rows;
  const auto bytes = [](double number) { return QString::fromStdString(bytesText(number)); };
  if (!files.mix.empty()) rows.emplace_back(QObject::tr("File type"), QString::fromStdString(files.mix));
  QStringList shares;
  for (const ModelFiles::Share& each : files.shares())
    shares << QObject::tr("%1 %2 (%3)")
                  .arg(each.tensors)
                  .arg(QString::fromStdString(each.dtype), bytes(static_cast<double>(each.bytes)));
  rows.emplace_back(QObject::tr("Tensors"), shares.join(QStringLiteral(", ")));
  rows.emplace_back(QObject::tr("Size"), bytes(static_cast<double>(files.bytes())));
  if (run.kept + run.during > 0)
    rows.emplace_back(QObject::tr("Memory for a run"), QObject::tr("%1 on top of the weights, for %2 tokens")
                                                           .arg(bytes(run.kept + run.during))
                                                           .arg(QLocale().toString(static_cast<int>(kSheetTokens))));
  for (const auto& [key, value] : files.origin)
    rows.emplace_back(QString::fromStdString(key), QString::fromStdString(value));
  return rows;
}

ModelFacts modelFacts(const Source& source, std::optional<ModelFiles> files) {
  const QString tokenizer = source.images      ? Words::tr("none: this model reads images")
                            : source.tokenizer ? Words::tr("%1 tokens").arg(source.tokenizer->vocabularySize())
                            : source.model     ? Words::tr("none: token ids only")
                                               : QString();
  ModelFacts facts{modelSheetRows(source.info, tokenizer), std::move(files)};
  if (!facts.files) return facts;
  const RunMemory run =
      runMemory(source.model->description(), kSheetTokens, source.translates() ? kSheetTokens : 0);
  for (auto& row : modelFileRows(*facts.files, run)) facts.rows.push_back(std::move(row));
  return facts;
}

ModelSheet::ModelSheet(const ModelInfo& info, ModelFacts facts, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("modelSheet"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Model sheet: %1").arg(QString::fromStdString(info.name)));
  auto* sheet = new QWidget;
  auto* column = makeBox<QVBoxLayout>(sheet, {0, 0, 12, 0}, 16);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(24);
  QString plain = QString::fromStdString(info.name) + QLatin1Char('\n');
  for (const auto& [name, value] : facts.rows) {
    auto* nameLabel = named("quiet", new QLabel(name));
    nameLabel->setTextFormat(Qt::PlainText);
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
  if (facts.files) {
    QPushButton* list = buttons->addButton(tr("&Tensors…"), QDialogButtonBox::ActionRole);
    list->setObjectName(QStringLiteral("listTensors"));
    connect(list, &QPushButton::clicked, this, [this, all = *std::move(facts.files)] { showTensors(all); });
  }
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  whole->addWidget(buttons);
}

void ModelSheet::showTensors(const ModelFiles& files) {
  auto* dialog = new QDialog(this);
  dialog->setObjectName(QStringLiteral("tensorsDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Tensors"));
  auto* table = named("tensorsTable", makeTable({tr("Tensor"), tr("In the file"), tr("Data type"), tr("Shape"),
                                                 tr("Bytes")}));
  table->setAccessibleName(tr("All tensors with their data types"));
  for (const ModelFiles::Tensor& each : files.tensors)
    addTableRow(*table, {QString::fromStdString(each.name), QString::fromStdString(each.storedAs),
                         QString::fromStdString(each.dtype), QString::fromStdString(shapeText(each.shape)),
                         static_cast<qulonglong>(each.bytes)});
  table->resizeColumnsToContents();
  table->setSortingEnabled(true);
  table->sortItems(0);
  makeBox<QVBoxLayout>(dialog, {16, 16, 16, 16}, 16)->addWidget(table);
  dialog->resize(760, 560);
  dialog->open();
}

}  // namespace headlight
