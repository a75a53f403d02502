#include "ui/help/guide_browser.h"

#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFragment>
#include <QTextTable>
#include <algorithm>
#include <vector>

#include "ui/widgets/theme.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr double kMargin = 24;

QUrl urlOf(const fs::path& page) { return QUrl::fromLocalFile(QString::fromStdString(page.string())); }

}  // namespace

GuideBrowser::GuideBrowser(const fs::path& folder, QWidget* parent)
    : QTextBrowser(parent), m_folder(folder.lexically_normal()) {
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
  if (event->size().width() != event->oldSize().width()) fitPictures();
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
  fitPictures();
  const WindowColours& colours = windowColours(currentTheme());
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
    if (!block.blockFormat().nonBreakableLines()) continue;
    // A command is read whole, if need be on two lines.
    QTextBlockFormat format = block.blockFormat();
    format.setNonBreakableLines(false);
    format.setBackground(colours.hover);
    QTextCursor(block).setBlockFormat(format);
  }
  for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (!table) continue;
    QTextTableFormat format = table->format();
    format.setBorderCollapse(true);
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(QWidget::palette().color(QPalette::Mid));
    format.setCellPadding(5);
    format.setTopMargin(8);
    format.setBottomMargin(8);
    table->setFormat(format);
  }
}

void GuideBrowser::fitPictures() {
  const double room = std::max(100.0, viewport()->width() - 2 * kMargin);
  struct Picture {
    int begin, length;
    QTextImageFormat format;
  };
  std::vector<Picture> pictures;
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
    for (auto it = block.begin(); !it.atEnd(); ++it)
      if (const QTextFragment piece = it.fragment(); piece.charFormat().isImageFormat())
        pictures.push_back({piece.position(), piece.length(), piece.charFormat().toImageFormat()});
  for (Picture& picture : pictures) {
    const QUrl name = source().resolved(QUrl(picture.format.name()));
    const QImage whole(name.toLocalFile());
    if (!isInside(name) || whole.isNull()) continue;
    const int width = std::min(whole.width(), static_cast<int>(room));
    const QSize size(width, whole.height() * width / whole.width());
    // A document shrinks pictures roughly; small letters want better.
    const double pixels = devicePixelRatioF();
    QImage fitting = whole.scaled(size * pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    fitting.setDevicePixelRatio(pixels);
    document()->addResource(QTextDocument::ImageResource, name, fitting);
    picture.format.setWidth(size.width());
    picture.format.setHeight(size.height());
    QTextCursor cursor(document());
    cursor.setPosition(picture.begin);
    cursor.setPosition(picture.begin + picture.length, QTextCursor::KeepAnchor);
    cursor.setCharFormat(picture.format);
  }
}

}  // namespace headlight
