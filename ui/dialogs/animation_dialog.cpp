#include "ui/dialogs/animation_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <array>
#include <cmath>

#include "core/base/error.h"
#include "ui/dialogs/replace_question.h"
#include "ui/export/file_name.h"
#include "ui/export/motion/animation_work.h"
#include "ui/state/settings.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

constexpr std::array kSizes = {QSize(960, 540), QSize(1280, 720), QSize(1920, 1080)};
constexpr int kUsualSize = 1;
/// All sizes have the layout of the first one.
constexpr double kLayoutWidth = 960;

QComboBox* makeCombo(const char* name, const QStringList& items) {
  auto* box = named(name, new QComboBox);
  box->addItems(items);
  return box;
}

}  // namespace

AnimationDialog::AnimationDialog(std::vector<AnimationChoice> choices, Provenance about, QWidget* parent)
    : QDialog(parent), m_choices(std::move(choices)), m_about(std::move(about)) {
  setObjectName(QStringLiteral("animationDialog"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Export animation"));
  auto* column = makeBox<QVBoxLayout>(this, {16, 16, 16, 16}, 12);
  column->addWidget(buildForm());
  m_problem = named("animationProblem", new QLabel);
  m_problem->setProperty("level", QStringLiteral("error"));
  m_problem->setWordWrap(true);
  m_problem->setTextFormat(Qt::PlainText);
  m_problem->hide();
  column->addWidget(m_problem);
  m_bar = makeProgressBar(QStringLiteral("animationProgress"), tr("Frames written"), column);
  column->addStretch(1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("animationCancel"));
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
  m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
  m_export->setObjectName(QStringLiteral("animationNow"));
  for (QAbstractButton* button : buttons->buttons()) button->setIcon({});
  connect(buttons, &QDialogButtonBox::accepted, this, &AnimationDialog::write);
  connect(buttons, &QDialogButtonBox::rejected, this, &AnimationDialog::reject);
  column->addWidget(buttons);
  m_export->setDefault(true);  // Of this dialog, which it is part of from here on.
  connect(&m_job, &JobSignals::progressed, this, [this](double part) {
    m_bar->setValue(static_cast<int>((m_frame + part) / m_frames * m_bar->maximum()));
  });
  settingsChanged();
  resize(560, sizeHint().height());
}

AnimationDialog::~AnimationDialog() = default;

QWidget* AnimationDialog::buildForm() {
  QStringList names, sizes;
  for (const AnimationChoice& choice : m_choices) names << choice.name;
  for (const QSize size : kSizes) sizes << tr("%1 × %2 pixels").arg(size.width()).arg(size.height());
  m_what = makeCombo("animationWhat", names);
  m_kind = makeCombo("animationFormat", {tr("GIF"), tr("WebP, smaller and sharper"), tr("Web page with a slider"),
                                         tr("PowerPoint, slides that morph")});
  m_size = makeCombo("animationSize", sizes);
  m_size->setCurrentIndex(kUsualSize);
  m_theme = makeCombo("animationTheme", {tr("Light"), tr("Dark")});
  m_theme->setCurrentIndex(loadSettings().figures.theme == Theme::Dark ? 1 : 0);
  m_seconds = named("animationSeconds", new QDoubleSpinBox);
  m_seconds->setRange(0, 60);
  m_seconds->setSingleStep(0.5);
  m_seconds->setDecimals(1);
  m_seconds->setSuffix(tr(" s"));
  m_seconds->setSpecialValueText(tr("Automatic"));
  m_text = named("animationText", new QCheckBox(tr("Includ&e text and session")));
  m_text->setToolTip(tr("Turn off for confidential work: tokens become numbers, no text is stored"));
  m_text->setChecked(true);
  m_kindNote = named("quiet", new QLabel);
  m_kindNote->setWordWrap(true);
  m_path = named("animationPath", new QLineEdit);
  auto* browseButton = new QPushButton(tr("Browse…"));
  browseButton->setAutoDefault(false);
  connect(browseButton, &QPushButton::clicked, this, &AnimationDialog::browse);
  auto* path = new QHBoxLayout;
  path->setSpacing(8);
  path->addWidget(m_path, 1);
  path->addWidget(browseButton);

  auto* box = new QWidget;
  auto* form = new QFormLayout(box);
  form->setContentsMargins(0, 0, 0, 0);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->addRow(tr("&What"), m_what);
  form->addRow(tr("&Format"), m_kind);
  form->addRow(QString(), m_kindNote);
  form->addRow(tr("&Size"), m_size);
  form->addRow(tr("&Theme"), m_theme);
  form->addRow(tr("Each f&rame"), m_seconds);
  form->addRow(QString(), m_text);
  form->addRow(tr("F&ile"), path);
  if (auto* label = qobject_cast<QLabel*>(form->labelForField(path))) label->setBuddy(m_path);
  for (QComboBox* combo : {m_kind, m_size, m_theme})
    connect(combo, &QComboBox::currentIndexChanged, this, &AnimationDialog::settingsChanged);
  connect(m_text, &QCheckBox::toggled, this, &AnimationDialog::settingsChanged);
  return box;
}

AnimationKind AnimationDialog::kind() const { return static_cast<AnimationKind>(std::max(0, m_kind->currentIndex())); }

ExportSettings AnimationDialog::settings() const {
  ExportSettings settings = loadSettings().figures;
  settings.kind = frameKind(kind());
  settings.size = kSizes[static_cast<std::size_t>(std::max(0, m_size->currentIndex()))];
  settings.dpi = 96 * settings.size.width() / kLayoutWidth;
  settings.theme = m_theme->currentIndex() == 1 ? Theme::Dark : Theme::Light;
  settings.text = m_text->isChecked();
  return settings;
}

void AnimationDialog::settingsChanged() {
  const AnimationKind now = kind();
  m_size->setEnabled(now == AnimationKind::Gif || now == AnimationKind::WebP);
  m_theme->setEnabled(now != AnimationKind::Page);  // It has both.
  m_kindNote->setText(now == AnimationKind::Gif    ? tr("Plays everywhere. 256 colours a frame.")
                      : now == AnimationKind::WebP ? tr("Plays in browsers and newer programs. All colours.")
                      : now == AnimationKind::Page
                          ? tr("One file for any browser: slider, arrow keys, exact values, light and dark.")
                          : tr("Native shapes; PowerPoint moves them from slide to slide."));
  if (m_path->text() == m_proposed) {
    QString folder = m_proposed.isEmpty() ? loadSettings().exportFolder : QFileInfo(m_proposed).path();
    if (folder.isEmpty() || !QDir(folder).exists())
      folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (!QDir(folder).exists()) folder = QDir::homePath();
    m_proposed = freePath(folder, figureFileName(m_about, m_text->isChecked()), QLatin1String(suffixOf(now)));
    m_path->setText(m_proposed);
  }
  const QFileInfo file(m_path->text());
  const QString suffix = QLatin1String(suffixOf(now));
  if (!file.fileName().isEmpty() && file.suffix() != suffix)
    m_path->setText(QDir(file.path()).filePath(file.completeBaseName() + QLatin1Char('.') + suffix));
  m_problem->hide();
}

void AnimationDialog::browse() {
  const QStringList filters = {tr("GIF (*.gif)"), tr("WebP (*.webp)"), tr("Web page (*.html)"),
                               tr("PowerPoint (*.pptx)")};
  auto* dialog = new QFileDialog(this, tr("Export animation"), m_path->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setOption(QFileDialog::DontConfirmOverwrite);  // write() asks.
  dialog->setDefaultSuffix(QLatin1String(suffixOf(kind())));
  dialog->setNameFilters(filters);
  dialog->selectNameFilter(filters.at(m_kind->currentIndex()));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    m_path->setText(path);
    for (int i = 0; i < kAnimationKinds; ++i)
      if (QFileInfo(path).suffix().compare(QLatin1String(suffixOf(static_cast<AnimationKind>(i))),
                                           Qt::CaseInsensitive) == 0)
        m_kind->setCurrentIndex(i);
  });
  dialog->open();
}

void AnimationDialog::write() {
  if (m_job.isRunning()) return;
  const QString path = m_path->text();
  askToReplace(this, path, [this, path] { writeTo(path); });
}

void AnimationDialog::writeTo(const QString& path) {
  m_problem->hide();
  m_frame = 0;
  m_frames = 1;
  showRunning(true);
  m_job.start(
      [make = m_choices[static_cast<std::size_t>(m_what->currentIndex())].make, settings = settings(), kind = kind(),
       seconds = m_seconds->value()](const Progress& progress) {
        Animation animation = make(progress.slice(0, 0.5));
        if (seconds > 0) {
          setFrameTime(animation, static_cast<int>(std::lround(seconds * 1000)));
          animation.goesOn = true;
        }
        auto work = std::make_shared<AnimationWork>(animation, settings, kind);
        work->prepare(0, progress.slice(0.5, 1));
        return work;
      },
      [this, path](const std::shared_ptr<AnimationWork>& work) {
        m_frames = work->frames();
        goOn(work, 0, path);
      },
      [this](const QString& message) { fail(message); });
}

void AnimationDialog::goOn(const std::shared_ptr<AnimationWork>& work, int frame, const QString& path) {
  if (frame == work->frames()) {
    try {
      work->write(path.toStdString());
    } catch (const Error& error) {
      return fail(QString::fromUtf8(error.what()));
    }
    changeSettings([&path](Settings& kept) { kept.exportFolder = QFileInfo(path).absolutePath(); });
    showRunning(false);
    emit exported(path);
    return accept();
  }
  try {
    work->paint(frame);
  } catch (const Error& error) {
    return fail(QString::fromUtf8(error.what()));
  }
  m_frame = frame + 1;
  m_bar->setValue(m_frame * m_bar->maximum() / m_frames);
  m_job.start(
      [work, frame](const Progress& progress) {
        work->encode(frame);
        if (frame + 1 < work->frames()) work->prepare(frame + 1, progress);
        return work;
      },
      [this, frame, path](const std::shared_ptr<AnimationWork>& done) { goOn(done, frame + 1, path); },
      [this](const QString& message) { fail(message); });
}

void AnimationDialog::showRunning(bool running) {
  m_bar->setValue(0);
  m_bar->setVisible(running);
  if (running && m_export->hasFocus()) m_path->setFocus();  // Not Cancel, which Return would press.
  m_export->setDisabled(running);
}

void AnimationDialog::fail(const QString& message) {
  showRunning(false);
  m_problem->setText(message);
  m_problem->show();
}

void AnimationDialog::reject() {
  if (!m_job.isRunning()) return QDialog::reject();
  m_job.stop();
  showRunning(false);
}

}  // namespace headlight
