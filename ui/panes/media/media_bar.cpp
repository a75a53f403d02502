#include "ui/panes/media/media_bar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <utility>

#include "ui/images/image_file.h"
#include "ui/panes/media/waveform.h"
#include "ui/reading/media_input.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kThumbnail = 24;  ///< Height of what is seen on a chip; at most twice as wide.
constexpr QSize kWave(72, 20);
constexpr int kLongestName = 150;

QString nameOfFile(const std::string& path) {
  return QString::fromStdString(std::filesystem::path(path).filename().string());
}

/// A button with a menu that opens at once.
QToolButton* makeChip(const QString& objectName) {
  auto* chip = named(objectName.toLatin1().constData(), new QToolButton);
  chip->setPopupMode(QToolButton::InstantPopup);
  chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  chip->setMenu(new QMenu(chip));
  return chip;
}

}  // namespace

MediaBar::MediaBar(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("mediaBar"));
  setAccessibleName(tr("Pictures and sound"));
  m_row = makeBox<QHBoxLayout>(this, {0, 0, 0, 0}, 4);
  m_addPicture = makeTextButton(QStringLiteral("addPicture"), {}, {}, {});
  m_addPicture->setIcon(themedIcon(QStringLiteral("image")));
  m_addPicture->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_sound = makeChip(QStringLiteral("sound"));
  m_sound->setAccessibleName(accessibleName());
  m_sound->menu()->addAction(tr("&Replace…"), this, &MediaBar::soundRequested);
  m_sound->menu()->addAction(tr("Re&move"), this, [this] { m_workspace->setSound({}); });
  m_addSound = makeTextButton(QStringLiteral("addSound"), tr("Open sound…"), tr("Open sound…"),
                              tr("Open a sound, or drop one here"));
  m_addSound->setIcon(themedIcon(QStringLiteral("sound")));
  m_addSound->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  for (QWidget* part : {m_addPicture, m_sound, m_addSound}) m_row->addWidget(part);
  m_row->addStretch(1);
  connect(m_addPicture, &QToolButton::clicked, this, [this] { emit pictureRequested({}); });
  connect(m_addSound, &QToolButton::clicked, this, &MediaBar::soundRequested);
  connect(workspace, &Workspace::changed, this, &MediaBar::showMedia);
  connect(workspace, &Workspace::modelChanged, this, &MediaBar::showMedia);
  connect(workspace, &Workspace::textsReplaced, this, &MediaBar::showMedia);
  showMedia();
}

void MediaBar::showMedia() {
  const Reads reads = m_workspace->model() ? readsOf(*m_workspace->model()) : Reads();
  if (m_workspace->pictures() != m_shown) showPictures();
  if (m_workspace->sound() != m_heard) showSound();
  const bool none = m_shown.empty();
  m_addPicture->setVisible(reads.pictures > m_shown.size());
  m_addPicture->setText(reads.beside ? tr("Add picture…") : tr("Open image…"));
  m_addPicture->setAccessibleName(m_addPicture->text());
  m_addPicture->setToolTip(tr("Open a picture, or drop or paste one here"));
  m_addSound->setVisible(reads.sound && !m_heard);
  m_sound->setVisible(m_heard.has_value());
  setVisible(!none || m_heard || reads.pictures > 0 || reads.sound);
  fit();
}

void MediaBar::showPictures() {
  for (QToolButton* chip : m_pictures) {
    chip->hide();
    chip->deleteLater();  // It may be its menu that took it away.
  }
  m_pictures.clear();
  m_shown = m_workspace->pictures();
  for (std::size_t at = 0; at < m_shown.size(); ++at) {
    m_pictures.push_back(makePicture(at));
    m_row->insertWidget(static_cast<int>(at), m_pictures.back());
  }
}

QToolButton* MediaBar::makePicture(std::size_t at) {
  const KeptImage& picture = m_shown[at];
  QToolButton* chip = makeChip(QStringLiteral("picture%1").arg(at));
  const QImage image = qimageOf(*picture.image);
  const double ratio = devicePixelRatioF();
  QPixmap thumbnail = QPixmap::fromImage(
      image.scaled(QSize(2 * kThumbnail, kThumbnail) * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
  thumbnail.setDevicePixelRatio(ratio);
  chip->setIcon(thumbnail);
  chip->setIconSize(thumbnail.deviceIndependentSize().toSize());
  const QString name = nameOfFile(picture.path);
  chip->setText(u' ' + keyless(chip->fontMetrics().elidedText(name, Qt::ElideMiddle, kLongestName)));
  chip->setAccessibleName(tr("Picture %1: %2").arg(at + 1).arg(name));
  chip->setToolTip(tr("Picture %1: %2, %3 × %4 pixels").arg(at + 1).arg(name).arg(image.width()).arg(image.height()));
  QMenu* menu = chip->menu();
  menu->addAction(tr("&Replace…"), this, [this, at] { emit pictureRequested(at); });
  const auto swap = [this](std::size_t a, std::size_t b) {
    m_workspace->edit([a, b](WorkspaceState& state) { std::swap(state.pictures[a], state.pictures[b]); });
  };
  if (at > 0) menu->addAction(tr("Move &before the previous one"), this, [swap, at] { swap(at, at - 1); });
  menu->addAction(tr("Re&move"), this, [this, at] { m_workspace->removePicture(at); });
  return chip;
}

void MediaBar::showSound() {
  m_heard = m_workspace->sound();
  if (!m_heard) return;
  const double ratio = devicePixelRatioF();
  QPixmap wave = QPixmap::fromImage(waveform(*m_heard->sound, kWave * ratio, palette().color(QPalette::ButtonText)));
  wave.setDevicePixelRatio(ratio);
  m_sound->setIcon(wave);
  m_sound->setIconSize(kWave);
  const QString name = nameOfFile(m_heard->path), length = lengthWords(m_heard->sound->seconds());
  m_sound->setText(u' ' + keyless(length));
  m_sound->setAccessibleName(tr("Sound: %1, %2").arg(name, length));
  m_sound->setToolTip(tr("%1, %2, %3 Hz").arg(name, length).arg(localNumber(m_heard->sound->rate, 'f', 0)));
}

void MediaBar::fit() {
  const auto words = [this](bool shown) {
    for (QToolButton* chip : m_pictures)
      chip->setToolButtonStyle(shown ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
  };
  words(true);
  int needed = 0;
  for (const QWidget* part : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
    if (!part->isHidden()) needed += part->sizeHint().width() + m_row->spacing();
  words(needed <= width());
}

void MediaBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void MediaBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::PaletteChange) return;
  showSound();
}

}  // namespace headlight
