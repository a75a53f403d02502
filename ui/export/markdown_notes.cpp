#include "ui/export/markdown_notes.h"

#include <QRegularExpression>
#include <ostream>
#include <system_error>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Text that Markdown takes as it is.
QString plainMarkdown(QString text) {
  static const QRegularExpression marks(QStringLiteral("([\\\\`*_{}\\[\\]<>#|])"));
  return text.replace(marks, QStringLiteral("\\\\1"));
}

/// The path of a link, whose spaces and brackets would end it.
QString linkTo(const QString& path) { return QStringLiteral("<%1>").arg(path); }

}  // namespace

void exportMarkdown(const std::vector<DeckPage>& pages, const ExportSettings& settings,
                    const std::filesystem::path& path) {
  if (pages.empty()) throw Error(Words::tr("deck: expected at least one slide, found none").toStdString());
  const std::string folderName = path.stem().string() + "_figures";
  const std::filesystem::path folder = path.parent_path() / folderName;
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) throw Error("cannot write '" + folder.string() + "': " + failed.message());
  QString text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const DeckPage& page = pages[i];
    // Title and sentence are words of the notes, not of the picture.
    ExportSettings picture = deckPageSettings({{}, {}, page.what}, settings);
    picture.kind = FileKind::Png;
    picture.dpi = 192;
    const std::string file = std::to_string(i + 1) + ".png";
    exportFigure(page.what, picture, folder / file);
    const QString link = QString::fromStdString(folderName + "/" + file);
    const QString title = page.title.isEmpty() ? page.what.name : page.title;
    if (i > 0) text += QStringLiteral("\n");
    text += QStringLiteral("## %1\n\n").arg(plainMarkdown(title.simplified()));
    if (!page.sentence.isEmpty()) text += plainMarkdown(page.sentence) + QStringLiteral("\n\n");
    text += QStringLiteral("![%1](%2)\n").arg(plainMarkdown(title.simplified()), linkTo(link));
    if (settings.text && !page.what.provenance.session.empty())
      text += QStringLiteral("\n") +
              Words::tr("Back to what it shows: %1").arg(QStringLiteral("`headlight \"%1\"`").arg(link)) +
              QStringLiteral("\n");
  }
  writeWhole(path, [&](std::ostream& out) { out << text.toStdString(); });
}

}  // namespace headlight
