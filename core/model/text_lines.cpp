#include "core/model/text_lines.h"

#include <algorithm>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/line_reader.h"

namespace headlight {

const Tokenizer& tokenizerFor(const ModelFolder& model, const std::string& what) {
  if (!model.tokenizer)
    throw Error("model '" + model.name + "': expected a tokenizer to read '" + what + "' with, found none");
  return *model.tokenizer;
}

void forEachTextLine(const ModelFolder& model, const std::string& file,
                     const std::function<void(const Encoding&, double part)>& body) {
  const Tokenizer& tokenizer = tokenizerFor(model, file);
  constexpr std::size_t kMostText = std::size_t{1} << 20;
  LineReader lines(file, kMostText);
  const double size = std::max(1.0, static_cast<double>(std::filesystem::file_size(file)));
  double read = 0;
  bool any = false;
  while (lines.next()) {
    if (lines.tooLong()) throw Error(lines.place() + ": expected a text of at most 1 MiB, found a longer one");
    read += static_cast<double>(lines.line().size()) + 1;
    if (lines.line().find_first_not_of(" \t") == std::string::npos) continue;
    any = true;
    body(tokenizer.encode(lines.line()), std::min(1.0, read / size));
  }
  if (!any) throw Error("'" + file + "': expected a text a line, found none");
}

}  // namespace headlight
