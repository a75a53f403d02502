#include "ui/help/guide_browser.h"

#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFragment>
#include <algorithm>
#include <utility>
#include <vector>

#include "ui/theme.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr double kMargin = 24;

QUrl urlOf(const fs::path& page) { return QUrl::fromLocalFile(QString::fromStdString(page.string())); }

}  // namespace

GuideBrowser::GuideBrowser(fs::path folder, QWidget* parent)
    : QTextBrowser(parent), m_folder(std::move(folder).lexically_normal()) {
  setObjectName(QStringLiteral("guidePage"));
  setAccessibleName(tr("Page of the guide"));
  setFrameShape(QFrame::NoFrame);
  setOpenExternalLinks(false);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // Its coming and going would change the width of pictures.
}

void GuideBrowser::openPage(const fs::path& page) { setSource(urlOf(page), QTextDocument::MarkdownResource); }

fs::path GuideBrowser::page() const { return source().toLocalFile().toStdString(); }

bool GuideBrowser::isInside(const QUrl& name) const {
  const QUrl whole = source().resolved(name);
  return whole.isLocalFile() &&
         fs::path(whole.toLocalFile().toStdString()).lexically_normal().parent_path() == m_folder;
}

void GuideBrowser::doSetSource(const QUrl& name, QTextDocument::ResourceType type) {
  if (!isInside(name)) return;
  const QUrl whole = source().resolved(name);
  QTextBrowser::doSetSource(whole, whole.path().endsWith(".md") ? QTextDocument::MarkdownResource : type);
  dress();
}

QVariant GuideBrowser::loadResource(int type, const QUrl& name) {
  return isInside(name) ? QTextBrowser::loadResource(type, name) : QVariant();
}

void GuideBrowser::resizeEvent(QResizeEvent* event) {
  QTextBrowser::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) dress();
}

void GuideBrowser::changeEvent(QEvent* event) {
  QTextBrowser::changeEvent(event);
  // Links have the colours of the theme in which they were read.
  if (event->type() != QEvent::PaletteChange || source().isEmpty()) return;
  const int at = verticalScrollBar()->value();
  reload();
  verticalScrollBar()->setValue(at);
}

void GuideBrowser::dress() {
  document()->setDocumentMargin(kMargin);
  const double room = std::max(100.0, viewport()->width() - 2 * kMargin);
  struct Picture {
    int begin, length;
    QTextImageFormat format;
  };
  std::vector<Picture> pictures;
  std::vector<QTextBlock> code;
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
    if (block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
        block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage) || block.blockFormat().nonBreakableLines())
      code.push_back(block);
    for (auto it = block.begin(); !it.atEnd(); ++it)
      if (const QTextFragment piece = it.fragment(); piece.charFormat().isImageFormat())
        pictures.push_back({piece.position(), piece.length(), piece.charFormat().toImageFormat()});
  }
  for (Picture& picture : pictures) {
    const QVariant image = document()->resource(QTextDocument::ImageResource, QUrl(picture.format.name()));
    const QSizeF size = image.value<QImage>().size();
    if (size.isEmpty()) continue;
    const double width = std::min(size.width(), room);
    picture.format.setWidth(width);
    picture.format.setHeight(size.height() * width / size.width());
    QTextCursor cursor(document());
    cursor.setPosition(picture.begin);
    cursor.setPosition(picture.begin + picture.length, QTextCursor::KeepAnchor);
    cursor.setCharFormat(picture.format);
  }
  for (const QTextBlock& block : code) {
    QTextBlockFormat format = block.blockFormat();
    format.setBackground(windowColours(currentTheme()).hover);
    QTextCursor(block).setBlockFormat(format);
  }
}

}  // namespace headlight
