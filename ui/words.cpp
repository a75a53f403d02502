#include "ui/words.h"

namespace headlight {

QString ordinal(std::size_t place) {
  const std::size_t tens = place % 100, ones = place % 10;
  const bool teen = tens >= 11 && tens <= 13;
  return (!teen && ones == 1   ? Words::tr("%1st")
          : !teen && ones == 2 ? Words::tr("%1nd")
          : !teen && ones == 3 ? Words::tr("%1rd")
                               : Words::tr("%1th"))
      .arg(place);
}

}  // namespace headlight
