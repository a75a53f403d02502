#include "ui/dialogs/export_dialog.h"
#include "ui/state/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/error.h"
#include "ui/dialogs/figure_preview.h"
#include "ui/dialogs/replace_question.h"
#include "ui/export/exporter.h"
#include "ui/export/figure_presets.h"
#include "ui/export/file_name.h"
#include "ui/progress_bar.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Longer than the pause between two keys of a person who types.
constexpr int kSettledAfter = 150;  // Milliseconds.
constexpr int kFieldWidth = 264;

QSpinBox* makeSpin(const char* objectName, const QString& accessibleName, int from, int to, const QString& suffix) {
  auto* spin = new QSpinBox;
  spin->setObjectName(QLatin1String(objectName));
  spin->setAccessibleName(accessibleName);
  spin->setRange(from, to);
  spin->setSuffix(suffix);
  spin->setKeyboardTracking(false);
  spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
  return spin;
}

QComboBox* makeBox(const char* objectName, const QStringList& items) {
  auto* box = new QComboBox;
  box->setObjectName(QLatin1String(objectName));
  box->addItems(items);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(12);
  return box;
}

QCheckBox* makeCheck(const char* objectName, const QString& text, const QString& toolTip = {}) {
  auto* check = new QCheckBox(text);
  check->setObjectName(QLatin1String(objectName));
  check->setToolTip(toolTip);
  return check;
}

QLineEdit* makeLine(const char* objectName, const QString& accessibleName) {
  auto* line = new QLineEdit;
  line->setObjectName(QLatin1String(objectName));
  line->setAccessibleName(accessibleName);
  return line;
}

void addSection(QFormLayout& form, const QString& title) {
  auto* label = named("sectionTitle", new QLabel(title));
  label->setContentsMargins(0, form.rowCount() == 0 ? 0 : 8, 0, 0);
  form.addRow(label);
}

}  // namespace

ExportDialog::ExportDialog(std::vector<Exportable> choices, std::size_t current, QWidget* parent)
    : QDialog(parent), m_choices(std::move(choices)) {
  setObjectName(QStringLiteral("exportDialog"));
  setWindowTitle(tr("Export figure"));
  setAttribute(Qt::WA_DeleteOnClose);

  m_preview = new FigurePreview;
  m_problem = named("exportProblem", new QLabel);
  m_problem->setProperty("level", "error");
  m_problem->setTextFormat(Qt::PlainText);
  m_problem->setWordWrap(true);
  m_problem->hide();
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
  m_export->setObjectName(QStringLiteral("exportNow"));
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
  for (QAbstractButton* button : buttons->buttons()) button->setIcon({});
  connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::write);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

  auto* side = new QVBoxLayout;
  // With larger text, or many callouts, the form is longer than a small screen.
  auto* scroll = makeScroll(tr("How the figure is exported"), buildForm());
  scroll->setFixedWidth(scroll->widget()->sizeHint().width() + 16);
  scroll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  side->addWidget(scroll, 1);
  auto* row = new QHBoxLayout;
  row->setSpacing(24);
  row->addWidget(m_preview, 1);
  row->addLayout(side);
  auto* column = makeBox<QVBoxLayout>(this, {16, 16, 16, 16}, 12);
  column->addLayout(row, 1);
  m_path = makeLine("exportPath", tr("File"));
  auto* file = new QLabel(tr("F&ile"));
  file->setBuddy(m_path);
  auto* browseButton = new QPushButton(tr("Browse…"));
  browseButton->setAutoDefault(false);
  connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
  auto* path = new QHBoxLayout;
  path->setSpacing(8);
  path->addWidget(file);
  path->addWidget(m_path, 1);
  path->addWidget(browseButton);
  column->addLayout(path);
  column->addWidget(m_problem);
  showProgress(m_exporting,
               makeProgressBar(QStringLiteral("exportProgress"),
                               QCoreApplication::translate("headlight::AttentionView", "Computing weights"), column));
  connect(&m_exporting, &JobSignals::runningChanged, this, [this](bool running) {
    // A disabled button leaves the keyboard to the next one, which is Cancel: Return would press it.
    if (running && m_export->hasFocus()) m_path->setFocus();
    m_export->setDisabled(running);
  });
  column->addWidget(buttons);
  m_export->setDefault(true);  // Of this dialog, which it is part of from here on.

  showCallouts();
  connect(m_preview, &FigurePreview::clicked, this, &ExportDialog::mark);
  m_settled.setSingleShot(true);
  m_settled.setInterval(kSettledAfter);
  connect(&m_settled, &QTimer::timeout, this, &ExportDialog::preview);
  m_what->setCurrentIndex(static_cast<int>(std::min(current, m_choices.size() - 1)));
  showSettings(loadSettings().figures);
  preview();
  m_export->setFocus();
  resize(1136, 720);
}

ExportDialog::~ExportDialog() = default;

QWidget* ExportDialog::buildForm() {
  auto* box = new QWidget;
  auto* form = new QFormLayout(box);
  form->setContentsMargins(0, 0, 12, 0);
  form->setHorizontalSpacing(12);
  form->setVerticalSpacing(6);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  buildFileRows(*form);
  buildLookRows(*form);
  buildShowRows(*form);
  m_what->setMinimumWidth(kFieldWidth);

  connect(m_preset, &QComboBox::activated, this, &ExportDialog::choosePreset);
  for (QComboBox* combo : {m_what, m_part, m_kind, m_slides, m_theme, m_colours, m_family, m_legend})
    connect(combo, &QComboBox::currentIndexChanged, this, &ExportDialog::settingsChanged);
  for (QSpinBox* spin : {m_width, m_height, m_dpi, m_points})
    connect(spin, &QSpinBox::valueChanged, this, &ExportDialog::settingsChanged);
  for (QCheckBox* check : {m_title, m_caption, m_values, m_transparent, m_text})
    connect(check, &QCheckBox::toggled, this, &ExportDialog::settingsChanged);
  for (QLineEdit* line : {m_ownTitle, m_ownCaption})
    connect(line, &QLineEdit::textChanged, this, &ExportDialog::settingsChanged);
  return box;
}

void ExportDialog::buildFileRows(QFormLayout& form) {
  QStringList names, presets;
  for (const Exportable& choice : m_choices) names << choice.name;
  for (const FigurePreset& preset : figurePresets())
    presets << QCoreApplication::translate("FigurePreset", preset.name);
  m_what = makeBox("exportWhat", names);
  m_part = makeBox("exportPart", {tr("Visible part"), tr("Whole map")});
  m_part->setToolTip(tr("The map is zoomed: export the visible part or all of it"));
  m_partLabel = new QLabel(tr("&Part"));
  m_partLabel->setBuddy(m_part);
  m_kind = makeBox("exportFormat", {tr("PNG (raster)"), tr("SVG (vector)"), tr("PDF (vector)"),
                                    tr("PowerPoint, editable shapes"), tr("Web page, one file")});
  m_preset = makeBox("exportPreset", presets << tr("Custom size"));
  m_slides = makeBox("exportSlides", {tr("16:9"), tr("4:3")});
  m_width = makeSpin("exportWidth", tr("Width in pixels"), kLeastFigurePixels, kMostFigurePixels, tr(" px"));
  m_height = makeSpin("exportHeight", tr("Height in pixels"), kLeastFigurePixels, kMostFigurePixels, tr(" px"));
  m_dpi = makeSpin("exportDpi", tr("Pixels per inch"), kLeastDpi, kMostDpi, tr(" dpi"));
  m_dpi->setToolTip(tr("More pixels per inch make text and lines larger in pixels"));
  m_inches = named("quiet", new QLabel);
  m_size = new QWidget;
  auto* size = makeBox<QHBoxLayout>(m_size, {0, 0, 0, 0}, 4);
  size->addWidget(m_width, 3);
  size->addWidget(new QLabel(QStringLiteral("×")));
  size->addWidget(m_height, 3);
  size->addWidget(m_dpi, 3);
  m_presetLabel = new QLabel(tr("&Size"));
  m_presetLabel->setBuddy(m_preset);
  m_slidesLabel = new QLabel(tr("&Slide"));
  m_slidesLabel->setBuddy(m_slides);

  addSection(form, tr("Figure"));
  form.addRow(tr("&What"), m_what);
  form.addRow(m_partLabel, m_part);
  form.addRow(tr("&Format"), m_kind);
  form.addRow(m_presetLabel, m_preset);
  form.addRow(QString(), m_size);
  form.addRow(m_slidesLabel, m_slides);
  form.addRow(QString(), m_inches);
}

void ExportDialog::buildLookRows(QFormLayout& form) {
  m_theme = makeBox("exportTheme", {tr("Light"), tr("Dark")});
  m_colours = makeBox("exportColours", {tr("As in the window")});
  for (const ColourMapId id : allColourMaps()) {
    const QString name = colourMapName(id);
    m_colours->addItem(name.left(1).toUpper() + name.mid(1));
  }
  m_family = makeBox("exportFont", {tr("Default font")});
  m_family->addItems(QFontDatabase::families(QFontDatabase::Latin));
  m_points = makeSpin("exportPoints", tr("Size of labels in points"), 0, kMostPoints, tr(" pt"));
  m_points->setSpecialValueText(tr("Automatic"));
  m_points->setToolTip(tr("Size of labels; 0 fits them to the figure"));
  m_points->setButtonSymbols(QAbstractSpinBox::UpDownArrows);
  auto* text = new QHBoxLayout;
  text->setSpacing(4);
  text->addWidget(m_family, 1);
  text->addWidget(m_points);

  m_legend = makeBox("exportLegend", {tr("Automatic"), tr("Right"), tr("Below"), tr("None")});

  addSection(form, tr("Look"));
  form.addRow(tr("&Theme"), m_theme);
  form.addRow(tr("&Colours"), m_colours);
  form.addRow(tr("Te&xt"), text);
  form.addRow(tr("&Legend"), m_legend);
}

void ExportDialog::buildShowRows(QFormLayout& form) {
  m_title = makeCheck("exportTitle", tr("T&itle"));
  m_ownTitle = makeLine("exportOwnTitle", tr("Title"));
  m_caption = makeCheck("exportCaption", tr("C&aption"), tr("Model, text and how to read the colours"));
  m_ownCaption = makeLine("exportOwnCaption", tr("Sentence below the title"));
  m_ownCaption->setPlaceholderText(tr("Your own sentence"));
  m_values =
      makeCheck("exportValues", tr("&Numbers in cells"), tr("Percentages in the cells of a heatmap, when they fit"));
  m_transparent = makeCheck("exportTransparent", tr("Transparent &background"));
  m_text = makeCheck("exportText", tr("Includ&e text and session"),
                     tr("Turn off for confidential work: tokens become numbers, no text is stored"));
  m_textNote = named("quiet", new QLabel);
  m_textNote->setWordWrap(true);

  addSection(form, tr("Show"));
  form.addRow(m_title, m_ownTitle);
  form.addRow(m_caption, m_ownCaption);
  form.addRow(QString(), m_values);
  form.addRow(QString(), m_transparent);
  form.addRow(QString(), m_text);
  form.addRow(QString(), m_textNote);
  m_calloutRows = new QWidget;
  makeBox<QVBoxLayout>(m_calloutRows, {0, 0, 0, 0}, 4);
  addSection(form, tr("Callouts"));
  form.addRow(m_calloutRows);
}

void ExportDialog::mark(QPointF point) {
  constexpr std::size_t kMostCallouts = 4;
  const std::vector<FigureSpot> spots = m_preview->figure()->spots(m_preview->figureSize());
  const auto spot = std::find_if(spots.begin(), spots.end(), [&](const FigureSpot& each) {
    return each.rect.contains(point) && (each.query >= 0 || each.key >= 0);
  });
  if (spot == spots.end()) return;
  std::size_t at = 0;
  while (at < m_callouts.size() && (m_callouts[at].query != spot->query || m_callouts[at].key != spot->key)) ++at;
  if (at == m_callouts.size()) {
    if (at == kMostCallouts) return;
    m_callouts.push_back({spot->query, spot->key, {}});
    m_calloutNames << spot->text;
    showCallouts();
    settingsChanged();
  }
  if (auto* line = findChild<QLineEdit*>(QStringLiteral("callout%1").arg(at))) line->setFocus();
}

void ExportDialog::showCallouts() {
  for (QWidget* old : m_calloutRows->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    old->hide();
    old->setObjectName(QString());
    old->deleteLater();
  }
  if (m_callouts.empty()) {
    auto* hint = new QLabel(
        tr("Click a cell or token to add a callout, or use arrow keys and Return."));
    hint->setObjectName(QStringLiteral("quiet"));
    hint->setWordWrap(true);
    m_calloutRows->layout()->addWidget(hint);
  }
  for (std::size_t i = 0; i < m_callouts.size(); ++i) {
    const QString& name = m_calloutNames[static_cast<qsizetype>(i)];
    auto* row = new QWidget;
    auto* line = makeLine("", name);
    line->setObjectName(QStringLiteral("callout%1").arg(i));
    line->setText(m_callouts[i].text);
    line->setPlaceholderText(name);
    line->setToolTip(name);
    auto* away = new QPushButton(QStringLiteral("×"));
    away->setAutoDefault(false);
    away->setFixedWidth(32);
    away->setStyleSheet(QStringLiteral("padding: 3px 0"));
    away->setAccessibleName(tr("Remove the mark: %1").arg(name));
    connect(line, &QLineEdit::textChanged, this, [this, i](const QString& text) {
      m_callouts[i].text = text.trimmed();
      settingsChanged();
    });
    connect(away, &QPushButton::clicked, this, [this, i] {
      m_callouts.erase(m_callouts.begin() + static_cast<std::ptrdiff_t>(i));
      m_calloutNames.removeAt(static_cast<qsizetype>(i));
      showCallouts();
      settingsChanged();
    });
    auto* layout = makeBox<QHBoxLayout>(row, {0, 0, 0, 0}, 4);
    layout->addWidget(line, 1);
    layout->addWidget(away);
    m_calloutRows->layout()->addWidget(row);
  }
}

ExportSettings ExportDialog::settings() const {
  ExportSettings settings;
  settings.kind = static_cast<FileKind>(m_kind->currentIndex());
  settings.size = QSize(m_width->value(), m_height->value());
  settings.dpi = m_dpi->value();
  settings.slides = m_slides->currentIndex() == 1 ? SlideFormat::Classic4x3 : SlideFormat::Wide16x9;
  settings.theme = m_theme->currentIndex() == 1 ? Theme::Dark : Theme::Light;
  if (const int colours = m_colours->currentIndex(); colours > 0)
    settings.colours = allColourMaps()[static_cast<std::size_t>(colours - 1)];
  if (m_family->currentIndex() > 0) settings.family = m_family->currentText();
  settings.points = m_points->value();
  settings.title = m_title->isChecked();
  settings.caption = m_caption->isChecked();
  settings.values = m_values->isChecked();
  settings.transparent = m_transparent->isChecked();
  settings.legend = static_cast<LegendPlace>(m_legend->currentIndex());
  settings.whole = m_part->currentIndex() == 1;
  settings.text = m_text->isChecked();
  settings.ownTitle = m_ownTitle->text().trimmed();
  settings.ownCaption = m_ownCaption->text().trimmed();
  settings.callouts = m_callouts;
  return settings;
}

void ExportDialog::showSettings(const ExportSettings& settings) {
  m_kind->setCurrentIndex(static_cast<int>(settings.kind));
  m_width->setValue(settings.size.width());
  m_height->setValue(settings.size.height());
  m_dpi->setValue(static_cast<int>(settings.dpi));
  m_slides->setCurrentIndex(settings.slides == SlideFormat::Classic4x3 ? 1 : 0);
  m_theme->setCurrentIndex(settings.theme == Theme::Dark ? 1 : 0);
  const std::vector<ColourMapId> maps = allColourMaps();
  for (std::size_t i = 0; i < maps.size(); ++i)
    if (settings.colours == maps[i]) m_colours->setCurrentIndex(static_cast<int>(i) + 1);
  m_family->setCurrentIndex(std::max(0, settings.family.isEmpty() ? 0 : m_family->findText(settings.family)));
  m_points->setValue(static_cast<int>(settings.points));
  m_title->setChecked(settings.title);
  m_caption->setChecked(settings.caption);
  m_values->setChecked(settings.values);
  m_transparent->setChecked(settings.transparent);
  m_legend->setCurrentIndex(static_cast<int>(settings.legend));
  m_text->setChecked(settings.text);
  settingsChanged();
}

QString ExportDialog::proposal() const {
  QString folder = m_proposed.isEmpty() ? loadSettings().exportFolder : QFileInfo(m_proposed).path();
  if (folder.isEmpty() || !QDir(folder).exists())
    folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
  if (!QDir(folder).exists()) folder = QDir::homePath();
  return freePath(folder, figureFileName(chosen().provenance, m_text->isChecked()),
                  QLatin1String(suffixOf(settings().kind)));
}

void ExportDialog::choosePreset(int index) {
  if (index < 0 || index >= static_cast<int>(figurePresets().size())) return;
  const FigurePreset& preset = figurePresets()[static_cast<std::size_t>(index)];
  m_width->setValue(preset.pixels().width());
  m_height->setValue(preset.pixels().height());
  m_dpi->setValue(preset.dpi);
}

void ExportDialog::settingsChanged() {
  const ExportSettings now = settings();
  const auto& presets = figurePresets();
  const auto preset = std::find_if(presets.begin(), presets.end(), [&](const FigurePreset& p) {
    return p.pixels() == now.size && p.dpi == static_cast<int>(now.dpi);
  });
  m_preset->setCurrentIndex(static_cast<int>(preset - presets.begin()));
  const bool slides = now.kind == FileKind::Slides;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_presetLabel, m_preset, m_size}) widget->setVisible(!slides);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_slidesLabel, m_slides}) widget->setVisible(slides);
  if (m_partOf != &chosen()) {
    m_partOf = &chosen();
    const bool part = chosen().isPart();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_partLabel, m_part}) widget->setVisible(part);
  }
  m_transparent->setEnabled(!slides);
  m_ownTitle->setEnabled(now.title);
  const QSizeF inches = QSizeF(now.size) / now.dpi;
  m_inches->setText(slides ? tr("Title and caption become text of the slide.")
                           : tr("%1 × %2 inches").arg(localNumber(inches.width(), 'f', 1),
                                                            localNumber(inches.height(), 'f', 1)));
  m_textNote->setText(now.text ? tr("Drop the file on Headlight to restore this session.")
                               : tr("Tokens are numbered. The file contains no session."));
  if (m_path->text() == m_proposed) m_path->setText(m_proposed = proposal());
  const QFileInfo file(m_path->text());
  const QString suffix = QLatin1String(suffixOf(now.kind));
  if (!file.fileName().isEmpty() && file.suffix() != suffix)
    m_path->setText(QDir(file.path()).filePath(file.completeBaseName() + QLatin1Char('.') + suffix));
  m_problem->hide();
  m_exporting.cancel();  // What was asked for is something else now.
  m_settled.start();
}

void ExportDialog::preview() {
  m_settled.stop();
  ExportSettings now = settings();
  if (now.kind == FileKind::Slides) {
    // As the slide lays it out: its title and caption above the figure.
    now.size = (now.slides == SlideFormat::Classic4x3 ? QSize(960, 720) : QSize(1280, 720));
    now.dpi = 96;
    now.transparent = false;
  }
  std::shared_ptr<Figure> figure = figureFor(chosen(), now);
  m_ownTitle->setPlaceholderText(now.ownTitle.isEmpty() ? figure->title() : QString());
  m_preview->setFigure(std::move(figure), now.units());
}

const Exportable& ExportDialog::chosen() const {
  return m_choices[static_cast<std::size_t>(std::max(0, m_what->currentIndex()))];
}

void ExportDialog::browse() {
  const QStringList filters = {tr("PNG (*.png)"), tr("SVG (*.svg)"), tr("PDF (*.pdf)"), tr("PowerPoint (*.pptx)"),
                               tr("Web page (*.html)")};
  auto* dialog = new QFileDialog(this, tr("Export figure"), m_path->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setOption(QFileDialog::DontConfirmOverwrite);  // write() asks.
  dialog->setDefaultSuffix(QLatin1String(suffixOf(settings().kind)));
  dialog->setNameFilters(filters);
  dialog->selectNameFilter(filters.at(m_kind->currentIndex()));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    m_path->setText(path);
    for (int i = 0; i < kFileKinds; ++i)
      if (QFileInfo(path).suffix().compare(QLatin1String(suffixOf(static_cast<FileKind>(i))), Qt::CaseInsensitive) == 0)
        m_kind->setCurrentIndex(i);
  });
  dialog->open();
}

void ExportDialog::write() {
  const QString path = m_path->text();
  askToReplace(this, path, [this, path] { writeTo(path); });
}

void ExportDialog::writeTo(const QString& path) {
  const auto work = std::make_shared<ExportWork>(chosen(), settings());
  if (work->isReady()) return finish(*work, path);
  m_exporting.start(
      [work](const Progress& progress) {
        work->prepare(progress);
        return work;
      },
      [this, path](const std::shared_ptr<ExportWork>& done) { finish(*done, path); },
      [this](const QString& message) { showProblem(message); });
}

void ExportDialog::showProblem(const QString& message) {
  m_problem->setText(message);
  m_problem->show();
}

void ExportDialog::finish(ExportWork& work, const QString& path) {
  try {
    work.write(path.toStdString());
  } catch (const Error& error) {
    return showProblem(QString::fromUtf8(error.what()));
  }
  changeSettings([this, &path](Settings& kept) {
    kept.figures = settings();
    kept.exportFolder = QFileInfo(path).absolutePath();
  });
  emit exported(path);
  accept();
}

}  // namespace headlight
