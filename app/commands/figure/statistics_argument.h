#pragma once

#include <string>

#include "app/commands/figure/figure_choice.h"
#include "ui/charts/corpus/corpus_pictures.h"

namespace headlight {

/// The options by which `headlight figure` draws a file of statistics over many texts, or a folder of them.
struct StatisticsArgument {
  std::string metric = "induction", step;

  void addTo(CLI::App& command);
  /// Throws UsageError for a view that such a file does not have, and for one of such a file alone without it.
  static void check(const FigureChoice& what);
  /// What is drawn of the file in `what`, compared with the file `against` where one is named; `x`, `y` and `where` are
  /// those of a scatter. Throws Error for what there is not.
  CorpusChoice choice(const FigureChoice& what, const std::string& against, const std::string& x, const std::string& y,
                      const std::string& where, Remarks& remarks) const;

 private:
  std::size_t stepOf(const TrainingReport& training) const;
};

}  // namespace headlight
