#include "ui/state/path_kind.h"

#include "core/base/files.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/corpus/comparison/stats_series.h"
#include "core/io/stored_attention.h"
#include "ui/export/provenance_reader.h"
#include "ui/images/kept_image.h"
#include "ui/images/kept_sound.h"

namespace headlight {

namespace fs = std::filesystem;

PathKind pathKindOf(const fs::path& path) {
  if (path.extension() == ".headlight") return PathKind::Session;
  if (path.extension() == ".headstats") return PathKind::Statistics;
  if (path.extension() == ".gguf" || isGguf(path)) return PathKind::Model;
  if (holdsAttention(path)) return PathKind::Attention;
  if (!isThere(path)) return PathKind::Nothing;
  if (!isFile(path)) {
    const bool statistics = !isFile(path / "config.json") && !statsFilesIn(path).empty();
    return statistics ? PathKind::Statistics : PathKind::Model;
  }
  const bool figure = isFigureFile(path);
  if (figure && keepsSession(path)) return PathKind::Session;
  if (isImageFile(path)) return PathKind::Image;
  if (isSoundFile(path)) return PathKind::Sound;
  if (figure) return PathKind::Figure;
  if (isFile(path.parent_path() / "config.json")) return PathKind::Model;
  // Opening it as such says what it lacks.
  return looksLikeTensors(path) ? PathKind::Attention : PathKind::Text;
}

fs::path modelFolderOf(const fs::path& path) {
  return isFile(path) && path.extension() != ".gguf" && !isGguf(path) ? path.parent_path() : path;
}

}  // namespace headlight
