#include "ui/help/guide.h"

#include <QFile>
#include <QRegularExpression>
#include <algorithm>

#include "core/base/error.h"
#include "core/base/resource_folder.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

QString read(const fs::path& page) {
  QFile file(QString::fromStdString(page.string()));
  if (!file.open(QIODevice::ReadOnly))
    throw Error("guide: expected the page '" + page.string() + "', found none that can be read");
  return QString::fromUtf8(file.readAll());
}

GuidePage pageOf(const fs::path& file, const QString& text) {
  const QString first = text.section('\n', 0, 0);
  if (!first.startsWith("# "))
    throw Error("guide: page '" + file.string() + "': expected a heading in the first line, found '" +
                first.toStdString() + "'");
  return {file, first.mid(2).trimmed()};
}

}  // namespace

std::vector<GuidePage> guidePages(const fs::path& folder) {
  const QString index = read(folder / "index.md");
  std::vector<GuidePage> pages{pageOf(folder / "index.md", index)};
  static const QRegularExpression link(QStringLiteral(R"(\]\(([a-z_]+\.md)\))"));
  for (auto found = link.globalMatch(index); found.hasNext();) {
    const fs::path file = folder / found.next().captured(1).toStdString();
    if (std::none_of(pages.begin(), pages.end(), [&](const GuidePage& page) { return page.file == file; }))
      pages.push_back(pageOf(file, read(file)));
  }
  return pages;
}

fs::path guideFolder() { return resourceFolder() / "help"; }

}  // namespace headlight
