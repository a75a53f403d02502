#include "ui/reading/token_ids.h"

#include <algorithm>
#include <charconv>

#include "core/base/error.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr const char* kBetween = " \t\r\n,;[]()";

}  // namespace

bool readsIds(const LoadedModel& model) { return model.model && !model.tokenizer && !model.info.readsImages(); }

std::vector<std::int64_t> idsIn(const std::string& typed) {
  std::vector<std::int64_t> ids;
  for (std::size_t at = typed.find_first_not_of(kBetween); at != std::string::npos;) {
    const std::size_t end = std::min(typed.find_first_of(kBetween, at), typed.size());
    std::int64_t id = 0;
    const auto [stop, failed] = std::from_chars(typed.data() + at, typed.data() + end, id);
    if (failed != std::errc() || stop != typed.data() + end || id < 0)
      throw Error(Words::tr("Token ids: expected whole numbers such as 101 2023 102, found “%1”.")
                      .arg(QString::fromStdString(typed.substr(at, std::min<std::size_t>(end - at, 40))))
                      .toStdString());
    ids.push_back(id);
    at = typed.find_first_not_of(kBetween, end);
  }
  return ids;
}

}  // namespace headlight
