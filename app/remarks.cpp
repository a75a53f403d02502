#include "app/remarks.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace headlight {

std::string oneLine(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  return text;
}

void Remarks::add(const std::vector<std::string>& remarks) {
  for (const std::string& remark : remarks)
    if (m_known.insert(remark).second) m_waiting.push_back(remark);
}

void Remarks::tell() {
  for (const std::string& remark : std::exchange(m_waiting, {}))
    m_err << "headlight: note: " << oneLine(remark) << '\n';
}

}  // namespace headlight
