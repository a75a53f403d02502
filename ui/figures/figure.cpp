#include "ui/figures/figure.h"

namespace headlight {

void complete(Figure& figure, QSizeF size, const Progress& progress) {
  const Progress numbers = progress.slice(0, 0.8);
  for (double there = figure.ready(size); there < 1; there = figure.ready(size)) {
    numbers(there);
    figure.prepare(size, numbers.slice(there, 1));
  }
  if (!figure.hasWords()) figure.prepareWords(progress.slice(0.8, 1));
  progress(1);
}

bool isComplete(const Figure& figure, QSizeF size) { return figure.ready(size) >= 1 && figure.hasWords(); }

}  // namespace headlight
