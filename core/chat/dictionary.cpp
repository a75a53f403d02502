#include "core/chat/dictionary.h"

#include <string>
#include <utility>

namespace headlight::chat {

Value withMember(const Value& dictionary, std::string_view key, Value value) {
  std::vector<std::pair<Value, Value>> items = dictionary.dict() ? dictionary.dict()->items : decltype(Dict::items)();
  items.emplace_back(textValue(std::string(key)), std::move(value));
  return dictValue(std::move(items));
}

}  // namespace headlight::chat
