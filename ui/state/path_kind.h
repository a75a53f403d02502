#pragma once

#include <filesystem>

namespace headlight {

/// What somebody who opens or drops a path means by it.
enum class PathKind {
  Nothing,    ///< There is nothing at that path.
  Session,    ///< A session file, there or not, or a figure that keeps a session.
  Image,      ///< A picture to read.
  Sound,      ///< A sound to read.
  Figure,     ///< A file of a figure's kind that keeps no session and is no picture.
  Attention,  ///< Attention that something else computed.
  Statistics, ///< What heads do over many texts, a .headstats file.
  Model,      ///< A folder, a GGUF file, or a file beside a config.json.
  Text,       ///< Any other file.
};

/// Tells by the path and, where that does not tell, by what is in the file; a file that cannot be read is Text, whose
/// reader says why.
PathKind pathKindOf(const std::filesystem::path& path);

/// Where the model of a path lies that is a Model: a folder, or a GGUF file.
std::filesystem::path modelFolderOf(const std::filesystem::path& path);

}  // namespace headlight
