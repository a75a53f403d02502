#include "ui/dialogs/text_file_dialog.h"

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
constexpr int kUsualLength = 4'000;    // Bytes at first: a page or two, which every model reads at once.
constexpr std::size_t kShown = 6'000;  // Bytes of the part in the preview.

QString bytesText(double bytes) {
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
      m_place->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(bytesText(9.99e9), bytesText(9.99e9))));
  auto* beginning = new QHBoxLayout;
  beginning->addWidget(m_begin, 1);
  beginning->addWidget(m_place);
  m_length = named("partLength", new QSpinBox);
  m_length->setGroupSeparatorShown(true);
  m_length->setRange(1, static_cast<int>(std::min(m_file.size(), kMostTextBytes)));
  m_length->setSingleStep(1'000);
  m_length->setValue(static_cast<int>(std::min<std::uint64_t>(m_file.size(), kUsualLength)));
  m_length->setSuffix(tr(" bytes"));
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
  form->addRow(tr("Length"), m_length);
  auto* column = makeBox<QVBoxLayout>(this, {24, 24, 24, 16}, 12);
  column->addLayout(form);
  column->addWidget(m_preview, 1);
  column->addWidget(m_cost);
  column->addWidget(m_buttons);
  connect(m_begin, &QSlider::valueChanged, this, &TextFileDialog::showPart);
  connect(m_length, &QSpinBox::valueChanged, this, &TextFileDialog::showPart);
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
    emit chosen(m_text);
    accept();
  });
  showPart();
}

std::uint64_t TextFileDialog::begin() const {
  const auto length = static_cast<std::uint64_t>(m_length->value());
  const std::uint64_t last = m_file.size() > length ? m_file.size() - length : 0;
  return last * static_cast<std::uint64_t>(m_begin->value()) / kSteps;
}

void TextFileDialog::showPart() {
  const std::uint64_t from = begin();
  m_place->setText(
      tr("%1 of %2").arg(bytesText(static_cast<double>(from)), bytesText(static_cast<double>(m_file.size()))));
  m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
  try {
    m_text = m_file.part(from, from + static_cast<std::uint64_t>(m_length->value()));
  } catch (const Error& error) {
    m_cost->setText(QString::fromUtf8(error.what()));
    return;
  }
  QString shown = QString::fromUtf8(m_text.data(), static_cast<qsizetype>(std::min(m_text.size(), kShown)));
  if (m_text.size() > kShown) shown += QStringLiteral(" …");
  m_preview->setPlainText(shown);
  m_cost->setText(tr("Counting tokens…"));
  m_job.start([estimate = m_estimate, text = m_text](const Progress& progress) { return estimate(text, progress); },
              [this](const ReadingCost& cost) { showCost(cost); },
              [this](const QString& message) { m_cost->setText(message); });
}

void TextFileDialog::showCost(const ReadingCost& cost) {
  QStringList lines;
  lines << (cost.scratch ? tr("%1 tokens; needs %2 in a scratch file")
                         : tr("%1 tokens; needs %2 of memory"))
               .arg(QLocale().toString(static_cast<qulonglong>(cost.tokens)), bytesText(cost.bytes));
  if (!cost.warning.empty()) lines << QString::fromStdString(cost.warning);
  if (!cost.refusal.empty()) lines << QString::fromStdString(cost.refusal);
  m_cost->setText(lines.join(u'\n'));
  m_buttons->button(QDialogButtonBox::Ok)->setEnabled(cost.refusal.empty() && cost.tokens > 0);
}

}  // namespace headlight
