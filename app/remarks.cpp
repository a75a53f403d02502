#include "app/remarks.h"

#include <algorithm>
#include <ostream>

namespace headlight {

std::string oneLine(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  return text;
}

void Remarks::add(const std::vector<std::string>& remarks) {
  for (const std::string& remark : remarks)
    if (m_written.insert(remark).second) m_err << "headlight: note: " << oneLine(remark) << '\n';
}

}  // namespace headlight
