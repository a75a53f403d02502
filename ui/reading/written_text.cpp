#include "ui/reading/written_text.h"

#include <cstdint>
#include <vector>

namespace headlight {

std::string writtenText(const RunResult& reading) {
  if (!reading.trace || reading.trace->source || !reading.request.model || !reading.request.model->writer()) return {};
  const std::vector<Token>& tokens = reading.trace->encoding.tokens;
  const auto written = static_cast<std::size_t>(reading.written);
  if (written >= tokens.size()) return {};
  std::vector<std::int64_t> ids;
  for (const Token& token : tokens) ids.push_back(token.id);
  const Tokenizer& writer = *reading.request.model->writer();
  // By itself the first piece could lose the space before it.
  const std::string all = writer.decode(ids, true);
  ids.resize(written);
  const std::string read = writer.decode(ids, true);
  if (all.compare(0, read.size(), read) == 0) return all.substr(read.size());
  ids.clear();
  for (std::size_t i = written; i < tokens.size(); ++i) ids.push_back(tokens[i].id);
  return writer.decode(ids, true);
}

}  // namespace headlight
