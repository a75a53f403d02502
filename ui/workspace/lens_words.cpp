#include "ui/workspace/lens_words.h"

#include <cmath>
#include <cstdlib>

#include "core/base/error.h"

namespace headlight {

const std::vector<LensWords>& lensWords() {
  using Kind = PanelLens::Kind;
  static const std::vector<LensWords> words = {{Kind::Words, "words", "words"},
                                               {Kind::Sentences, "sentences", "sentences"},
                                               {Kind::WithoutSpecials, "without special tokens", "no-specials"},
                                               {Kind::WithoutSink, "without sink", "no-sink"},
                                               {Kind::Threshold, "threshold", "threshold"},
                                               {Kind::Top, "top", "top"},
                                               {Kind::RowMaximum, "row maximum", "row-max"},
                                               {Kind::Transposed, "transposed", "transpose"},
                                               {Kind::MeanOfHeads, "mean of heads", "mean"},
                                               {Kind::MaxOfHeads, "largest of heads", "max"}};
  return words;
}

PanelLens lensFromWord(const std::string& word) {
  const std::size_t colon = word.find(':');
  const std::string name = word.substr(0, colon), value = colon == std::string::npos ? "" : word.substr(colon + 1);
  std::string known;
  for (const LensWords& each : lensWords()) {
    known += (known.empty() ? "" : ", ") + std::string(each.onCommandLine) +
             (each.kind == PanelLens::Kind::Top         ? ":N"
              : each.kind == PanelLens::Kind::Threshold ? ":W"
                                                        : "");
    if (name != each.onCommandLine) continue;
    PanelLens lens;
    lens.kind = each.kind;
    char* end = nullptr;
    const double number = std::strtod(value.c_str(), &end);
    const bool isNumber = !value.empty() && *end == '\0';
    if (each.kind == PanelLens::Kind::Top) {
      if (!isNumber || number < 1 || number > 1e6 || number != std::floor(number))
        throw Error("lens 'top': expected top:N with a whole number from 1 on, found '" + word + "'");
      lens.count = static_cast<int>(number);
    } else if (each.kind == PanelLens::Kind::Threshold) {
      if (!isNumber || !(number >= 0 && number <= 1))
        throw Error("lens 'threshold': expected threshold:W with a weight from 0 to 1, found '" + word + "'");
      lens.threshold = number;
    } else if (colon != std::string::npos) {
      throw Error("lens '" + name + "': expected no value, found '" + word + "'");
    }
    return lens;
  }
  throw Error("lens: expected one of " + known + ", found '" + word + "'");
}

}  // namespace headlight
