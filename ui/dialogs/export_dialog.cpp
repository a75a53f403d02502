#include "ui/dialogs/export_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/error.h"
#include "ui/dialogs/figure_preview.h"

namespace headlight {
namespace {

struct Preset {
  const char* name;
  QSize size;
  int dpi;
};

/// Sizes that people need, ready to be printed or shown: pixels and how many of them make an inch.
constexpr Preset kPresets[] = {
    {QT_TRANSLATE_NOOP("ExportDialog", "Slide, 16:9"), {3200, 1800}, 192},
    {QT_TRANSLATE_NOOP("ExportDialog", "Slide, 4:3"), {2400, 1800}, 192},
    {QT_TRANSLATE_NOOP("ExportDialog", "Square"), {1800, 1800}, 192},
    {QT_TRANSLATE_NOOP("ExportDialog", "Paper, one column"), {1050, 1050}, 300},
    {QT_TRANSLATE_NOOP("ExportDialog", "Paper, two columns"), {2100, 1260}, 300},
};
constexpr int kPresetCount = static_cast<int>(std::size(kPresets));

constexpr const char* kSuffixes[] = {"png", "svg", "pdf"};

/// A PNG of more would not fit into memory comfortably.
constexpr int kMostPixels = 16000;

QSpinBox* makeSpin(const QString& objectName, const QString& accessibleName, int from, int to, const QString& suffix) {
  auto* spin = new QSpinBox;
  spin->setObjectName(objectName);
  spin->setAccessibleName(accessibleName);
  spin->setRange(from, to);
  spin->setSuffix(suffix);
  spin->setKeyboardTracking(false);
  spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
  return spin;
}

QString settingsKey(const char* name) { return QStringLiteral("export/") + QLatin1String(name); }

}  // namespace

ExportSettings loadExportSettings() {
  const QSettings kept;
  ExportSettings settings;
  settings.format = static_cast<FigureFormat>(std::clamp(kept.value(settingsKey("format"), 0).toInt(), 0, 2));
  settings.write.size = kept.value(settingsKey("size"), kPresets[0].size).toSize();
  settings.write.dpi = kept.value(settingsKey("dpi"), kPresets[0].dpi).toDouble();
  if (settings.write.size.isEmpty() || settings.write.dpi < 24) {
    settings.write.size = kPresets[0].size;
    settings.write.dpi = kPresets[0].dpi;
  }
  settings.theme = kept.value(settingsKey("dark"), false).toBool() ? Theme::Dark : Theme::Light;
  settings.title = kept.value(settingsKey("title"), true).toBool();
  settings.caption = kept.value(settingsKey("caption"), true).toBool();
  settings.transparent = kept.value(settingsKey("transparent"), false).toBool();
  return settings;
}

void saveExportSettings(const ExportSettings& settings) {
  QSettings kept;
  kept.setValue(settingsKey("format"), static_cast<int>(settings.format));
  kept.setValue(settingsKey("size"), settings.write.size);
  kept.setValue(settingsKey("dpi"), settings.write.dpi);
  kept.setValue(settingsKey("dark"), settings.theme == Theme::Dark);
  kept.setValue(settingsKey("title"), settings.title);
  kept.setValue(settingsKey("caption"), settings.caption);
  kept.setValue(settingsKey("transparent"), settings.transparent);
}

ExportDialog::ExportDialog(std::vector<Exportable> choices, std::size_t current, QWidget* parent)
    : QDialog(parent), m_choices(std::move(choices)) {
  setObjectName(QStringLiteral("exportDialog"));
  setWindowTitle(tr("Export figure"));
  setAttribute(Qt::WA_DeleteOnClose);

  m_preview = new FigurePreview;
  m_problem = new QLabel;
  m_problem->setObjectName(QStringLiteral("exportProblem"));
  m_problem->setProperty("level", "error");
  m_problem->setTextFormat(Qt::PlainText);
  m_problem->setWordWrap(true);
  m_problem->hide();
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  QPushButton* exportButton = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
  exportButton->setObjectName(QStringLiteral("exportNow"));
  exportButton->setDefault(true);
  for (QAbstractButton* button : buttons->buttons()) button->setIcon({});
  connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::write);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto* side = new QVBoxLayout;
  side->addWidget(buildForm());
  side->addStretch(1);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(m_preview, 1);
  row->addLayout(side);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  column->addLayout(row, 1);
  auto* file = new QLabel(tr("F&ile"));
  file->setBuddy(m_path);
  auto* browseButton = new QPushButton(tr("Browse…"));
  connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
  auto* path = new QHBoxLayout;
  path->setSpacing(8);
  path->addWidget(file);
  path->addWidget(m_path, 1);
  path->addWidget(browseButton);
  column->addLayout(path);
  column->addWidget(m_problem);
  column->addWidget(buttons);

  m_what->setCurrentIndex(static_cast<int>(std::min(current, m_choices.size() - 1)));
  showSettings(loadExportSettings());
  resize(960, 560);
}

ExportDialog::~ExportDialog() = default;

QWidget* ExportDialog::buildForm() {
  const auto makeBox = [](const QString& objectName, const QStringList& items) {
    auto* box = new QComboBox;
    box->setObjectName(objectName);
    box->addItems(items);
    return box;
  };
  QStringList names, presets;
  for (const Exportable& choice : m_choices) names << choice.name;
  for (const Preset& preset : kPresets) presets << tr(preset.name);
  m_what = makeBox(QStringLiteral("exportWhat"), names);
  m_format = makeBox(QStringLiteral("exportFormat"), {tr("PNG, pixels"), tr("SVG, vectors"), tr("PDF, vectors")});
  m_preset = makeBox(QStringLiteral("exportPreset"), presets << tr("Own size"));
  m_theme = makeBox(QStringLiteral("exportTheme"), {tr("Light"), tr("Dark")});
  m_width = makeSpin(QStringLiteral("exportWidth"), tr("Width in pixels"), 64, kMostPixels, tr(" px"));
  m_height = makeSpin(QStringLiteral("exportHeight"), tr("Height in pixels"), 64, kMostPixels, tr(" px"));
  m_dpi = makeSpin(QStringLiteral("exportDpi"), tr("Pixels an inch"), 24, 1200, tr(" dpi"));
  m_dpi->setToolTip(tr("How many pixels make an inch: more make text and lines larger in pixels"));
  m_title = new QCheckBox(tr("Title"));
  m_title->setObjectName(QStringLiteral("exportTitle"));
  m_caption = new QCheckBox(tr("Caption"));
  m_caption->setObjectName(QStringLiteral("exportCaption"));
  m_transparent = new QCheckBox(tr("Transparent background"));
  m_transparent->setObjectName(QStringLiteral("exportTransparent"));
  m_path = new QLineEdit;
  m_path->setObjectName(QStringLiteral("exportPath"));
  m_path->setAccessibleName(tr("File"));

  auto* size = new QHBoxLayout;
  size->addWidget(m_width);
  size->addWidget(new QLabel(QStringLiteral("×")));
  size->addWidget(m_height);
  size->addWidget(m_dpi);
  auto* box = new QWidget;
  auto* form = new QFormLayout(box);
  form->setContentsMargins(0, 0, 0, 0);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("&What"), m_what);
  form->addRow(tr("&Format"), m_format);
  form->addRow(tr("&Size"), m_preset);
  form->addRow(QString(), size);
  form->addRow(tr("&Theme"), m_theme);
  form->addRow(tr("Show"), m_title);
  form->addRow(QString(), m_caption);
  form->addRow(QString(), m_transparent);

  connect(m_preset, &QComboBox::activated, this, &ExportDialog::choosePreset);
  for (QComboBox* combo : {m_what, m_format, m_theme})
    connect(combo, &QComboBox::currentIndexChanged, this, &ExportDialog::settingsChanged);
  for (QSpinBox* spin : {m_width, m_height, m_dpi})
    connect(spin, &QSpinBox::valueChanged, this, &ExportDialog::settingsChanged);
  for (QCheckBox* check : {m_title, m_caption, m_transparent})
    connect(check, &QCheckBox::toggled, this, &ExportDialog::settingsChanged);
  return box;
}

ExportSettings ExportDialog::settings() const {
  ExportSettings settings;
  settings.format = static_cast<FigureFormat>(m_format->currentIndex());
  settings.write.size = QSize(m_width->value(), m_height->value());
  settings.write.dpi = m_dpi->value();
  settings.write.format = settings.format;
  settings.theme = m_theme->currentIndex() == 1 ? Theme::Dark : Theme::Light;
  settings.title = m_title->isChecked();
  settings.caption = m_caption->isChecked();
  settings.transparent = m_transparent->isChecked();
  return settings;
}

void ExportDialog::showSettings(const ExportSettings& settings) {
  {
    const QSignalBlocker b1(m_format), b2(m_width), b3(m_height), b4(m_dpi), b5(m_theme), b6(m_title), b7(m_caption),
        b8(m_transparent);
    m_format->setCurrentIndex(static_cast<int>(settings.format));
    m_width->setValue(settings.write.size.width());
    m_height->setValue(settings.write.size.height());
    m_dpi->setValue(static_cast<int>(settings.write.dpi));
    m_theme->setCurrentIndex(settings.theme == Theme::Dark ? 1 : 0);
    m_title->setChecked(settings.title);
    m_caption->setChecked(settings.caption);
    m_transparent->setChecked(settings.transparent);
  }
  if (m_path->text().isEmpty()) {
    QString folder = QSettings().value(settingsKey("folder")).toString();
    if (folder.isEmpty() || !QDir(folder).exists())
      folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (!QDir(folder).exists()) folder = QDir::homePath();
    m_path->setText(QDir(folder).filePath(QStringLiteral("attention.png")));
  }
  settingsChanged();
}

void ExportDialog::choosePreset(int index) {
  if (index < 0 || index >= kPresetCount) return;
  const QSignalBlocker b1(m_width), b2(m_height), b3(m_dpi);
  m_width->setValue(kPresets[index].size.width());
  m_height->setValue(kPresets[index].size.height());
  m_dpi->setValue(kPresets[index].dpi);
  settingsChanged();
}

void ExportDialog::settingsChanged() {
  const ExportSettings now = settings();
  const auto* preset = std::find_if(std::begin(kPresets), std::end(kPresets), [&](const Preset& p) {
    return p.size == now.write.size && p.dpi == static_cast<int>(now.write.dpi);
  });
  m_preset->setCurrentIndex(static_cast<int>(preset - std::begin(kPresets)));
  const QFileInfo file(m_path->text());
  const QString suffix = QLatin1String(kSuffixes[static_cast<int>(now.format)]);
  if (!file.fileName().isEmpty() && file.suffix() != suffix)
    m_path->setText(QDir(file.path()).filePath(file.completeBaseName() + QLatin1Char('.') + suffix));
  m_problem->hide();
  m_preview->setFigure(figure(), QSizeF(now.write.size) * (96.0 / now.write.dpi));
}

std::unique_ptr<Figure> ExportDialog::figure() const {
  const Exportable& choice = m_choices[static_cast<std::size_t>(std::max(0, m_what->currentIndex()))];
  const ExportSettings now = settings();
  FigureStyle style = choice.style;
  style.theme = now.theme;
  style.title = now.title;
  style.caption = now.caption;
  style.transparent = now.transparent;
  style.legend = true;
  style.textSize = textSizeFor(QSizeF(now.write.size) * (96.0 / now.write.dpi));
  return choice.make(style);
}

void ExportDialog::browse() {
  auto* dialog = new QFileDialog(this, tr("Export figure"), m_path->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QLatin1String(kSuffixes[m_format->currentIndex()]));
  dialog->setNameFilters({tr("PNG (*.png)"), tr("SVG (*.svg)"), tr("PDF (*.pdf)")});
  dialog->selectNameFilter(dialog->nameFilters().at(m_format->currentIndex()));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    m_path->setText(path);
    for (int i = 0; i < static_cast<int>(std::size(kSuffixes)); ++i)
      if (QFileInfo(path).suffix().compare(QLatin1String(kSuffixes[i]), Qt::CaseInsensitive) == 0)
        m_format->setCurrentIndex(i);
  });
  dialog->open();
}

void ExportDialog::write() {
  const QString path = m_path->text();
  try {
    writeFigure(*figure(), path.toStdString(), settings().write);
  } catch (const Error& error) {
    m_problem->setText(QString::fromUtf8(error.what()));
    m_problem->show();
    return;
  }
  saveExportSettings(settings());
  QSettings().setValue(settingsKey("folder"), QFileInfo(path).absolutePath());
  emit exported(path);
  accept();
}

}  // namespace headlight
