#include "ui/dialogs/text_file_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/error.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

constexpr int kSteps = 10'000;         // Of the slider.
constexpr int kUsualLength = 500;      // Tokens at first: a page, which every model reads at once.
constexpr int kMostLength = 100'000'000;
constexpr std::size_t kShown = 6'000;  // Bytes of the part in the preview.

QString sizeWords(double bytes) {
  return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

}  // namespace

TextFileDialog::TextFileDialog(const std::filesystem::path& file, Estimate estimate, QWidget* parent)
    : QDialog(parent), m_file(file), m_estimate(std::move(estimate)) {
  setObjectName(QStringLiteral("textFileDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Read a part of %1").arg(QString::fromStdString(file.filename().string())));
  resize(640, 520);
  m_begin = named("partBegin", new QSlider(Qt::Horizontal));
  m_begin->setAccessibleName(tr("Where the part begins"));
  m_begin->setRange(0, kSteps);
  m_begin->setPageStep(kSteps / 20);
  m_place = named("partPlace", new QLabel);
  m_place->setMinimumWidth(
      m_place->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(sizeWords(9.99e9), sizeWords(9.99e9))));
  auto* beginning = new QHBoxLayout;
  beginning->addWidget(m_begin, 1);
  beginning->addWidget(m_place);
  m_length = named("partLength", new QSpinBox);
  m_length->setAccessibleName(tr("Length"));
  m_length->setGroupSeparatorShown(true);
  m_length->setRange(1, kMostLength);
  m_length->setSingleStep(100);
  m_length->setValue(kUsualLength);
  m_length->setSuffix(tr(" tokens"));
  m_whole = named("partWhole", new QCheckBox(tr("&Whole file")));
  m_preview = named("partPreview", new QPlainTextEdit);
  m_preview->setAccessibleName(tr("The part"));
  m_preview->setReadOnly(true);
  m_cost = named("partCost", new QLabel);
  m_cost->setWordWrap(true);
  m_cost->setMinimumHeight(3 * m_cost->fontMetrics().lineSpacing());
  m_cost->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Read"));
  auto* form = new QFormLayout;
  form->addRow(tr("Begins at"), beginning);
  auto* length = new QHBoxLayout;
  length->addWidget(m_length);
  length->addWidget(m_whole);
  length->addStretch(1);
  form->addRow(tr("Length"), length);
  auto* column = makeBox<QVBoxLayout>(this, {24, 24, 24, 16}, 12);
  column->addLayout(form);
  column->addWidget(m_preview, 1);
  column->addWidget(m_cost);
  column->addWidget(m_buttons);
  connect(m_begin, &QSlider::valueChanged, this, &TextFileDialog::count);
  connect(m_length, &QSpinBox::valueChanged, this, &TextFileDialog::count);
  connect(m_whole, &QCheckBox::toggled, this, [this](bool whole) {
    m_begin->setEnabled(!whole);
    m_length->setEnabled(!whole);
    count();
  });
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
    emit chosen(m_text, m_replaced);
    accept();
  });
  count();
}

std::uint64_t TextFileDialog::begin() const {
  return m_whole->isChecked() ? 0 : (m_file.size() - 1) * static_cast<std::uint64_t>(m_begin->value()) / kSteps;
}

TextFileDialog::Part TextFileDialog::read(const std::filesystem::path& path, std::uint64_t from,
                                          std::optional<std::size_t> tokens, const Estimate& estimate,
                                          const Progress& progress) {
  TextFile file(path);
  const std::uint64_t left = file.size() - from;
  if (!tokens && left > kMostTextBytes)
    throw Error(tr("The file has %1; at most %2 are read as one text.")
                    .arg(sizeWords(static_cast<double>(left)), sizeWords(static_cast<double>(kMostTextBytes)))
                    .toStdString());
  // A few bytes a token, and more where that was not enough.
  std::uint64_t bytes = tokens ? std::min<std::uint64_t>({left, kMostTextBytes, *tokens * 8 + 64}) : left;
  for (;;) {
    progress(0);
    Part part;
    part.text = file.part(from, from + bytes);
    part.replaced = file.replaced() > 0;
    part.cost = estimate(part.text, tokens.value_or(part.text.size()), progress);
    const bool all = part.cost.length >= part.text.size();
    if (!all || !tokens || bytes == std::min(left, kMostTextBytes)) {
      // What is not cut has as many tokens as were asked for at most.
      part.lacking = tokens && all && part.cost.own < *tokens;
      part.text.resize(std::min(part.text.size(), part.cost.length));
      return part;
    }
    bytes = std::min({left, kMostTextBytes, bytes * 2});
  }
}

void TextFileDialog::count() {
  const std::uint64_t from = begin();
  m_place->setText(
      tr("%1 of %2").arg(sizeWords(static_cast<double>(from)), sizeWords(static_cast<double>(m_file.size()))));
  m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
  m_text.clear();
  m_cost->setText(tr("Counting tokens…"));
  const auto tokens = m_whole->isChecked() ? std::nullopt : std::optional(static_cast<std::size_t>(m_length->value()));
  m_job.start(
      [estimate = m_estimate, file = m_file.file(), from, tokens](const Progress& progress) {
        return read(file, from, tokens, estimate, progress);
      },
      [this](Part part) { showPart(std::move(part)); }, [this](const QString& message) { m_cost->setText(message); });
}

void TextFileDialog::showPart(Part part) {
  m_text = std::move(part.text);
  m_replaced = part.replaced;
  QString shown = QString::fromUtf8(m_text.data(), static_cast<qsizetype>(std::min(m_text.size(), kShown)));
  if (m_text.size() > kShown) shown += QStringLiteral(" …");
  m_preview->setPlainText(shown);
  const ReadingCost& cost = part.cost;
  QStringList lines;
  lines << (cost.scratch ? tr("%1 tokens; needs %2 in a scratch file")
                         : tr("%1 tokens; needs %2 of memory"))
               .arg(QLocale().toString(static_cast<qulonglong>(cost.tokens)), sizeWords(cost.bytes));
  if (!cost.warning.empty()) lines << QString::fromStdString(cost.warning);
  if (!cost.refusal.empty()) lines << QString::fromStdString(cost.refusal);
  if (part.lacking) lines << tr("The file has no %1 tokens from there on.").arg(QLocale().toString(m_length->value()));
  m_cost->setText(lines.join(u'\n'));
  m_buttons->button(QDialogButtonBox::Ok)->setEnabled(cost.refusal.empty() && cost.tokens > 0 && !part.lacking);
}

}  // namespace headlight
