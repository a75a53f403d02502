#pragma once

#include <string>

#include "core/findings/analysis_methods.h"
#include "core/reading/source.h"

namespace headlight {

/// The words of --position, --target and --against ("none" for nothing), each empty where it was not given.
struct MetricWords {
  std::string position, target, against;
  bool logProbability = false;
};

/// What a method watches in a run of text A and, where there is one, of B; a metric of nothing where it watches nothing.
/// Throws Error for names that mean nothing here.
LogitMetric metricNamed(const MetricWords& words, const AnalysisMethod& method, const Source& model, const Trace* a,
                        const Trace* b);

/// The tokens that --subject names. Throws Error for none, and for what the text does not have.
std::vector<Index> subjectNamed(const std::string& text, const Trace& trace);

/// The cell that --cell names, as 1.3:6,2: head, query and key. Throws Error for one that there is not.
ScoreCell cellNamed(const std::string& text, const Model& model, const Trace& trace);

}  // namespace headlight
