#include "core/findings/head_tests.h"

#include <algorithm>

#include "core/analysis/head_labels.h"
#include "core/attention/trace_maps.h"

namespace headlight {
namespace {

constexpr HeadLabel kTested[] = {HeadLabel::PreviousToken, HeadLabel::NextToken, HeadLabel::Itself, HeadLabel::Induction,
                                 HeadLabel::DuplicateToken, HeadLabel::Punctuation, HeadLabel::Broad, HeadLabel::Sink};

std::string testName(HeadLabel label) {
  std::string name = nameOf(label);
  std::replace(name.begin(), name.end(), ' ', '_');
  return "test." + name;
}

}  // namespace

Findings headTests(const AnalysisQuestion& q) {
  const TraceMaps maps(q.a);
  Findings found;
  for (const HeadLabel label : kTested)
    for (const char* number : {".score", ".chance", ".error", ".kappa"})
      found.push_back(madeTensor(testName(label) + number, {layerAxis(q.theModel()), headAxis(q.theModel())}));
  const std::vector<HeadId> heads = allHeads(q.theModel());
  for (std::size_t i = 0; i < heads.size(); ++i) {
    q.progress(static_cast<double>(i) / static_cast<double>(heads.size()), "tests of heads");
    const HeadId head = heads[i];
    const HeadLabelling labelling =
        labelHead(maps, head, q.a->layers[static_cast<std::size_t>(head.layer)].rule->visibility);
    for (const LabelScore& score : labelling.scores) {
      const auto tested = std::find(std::begin(kTested), std::end(kTested), score.label);
      if (tested == std::end(kTested) || score.queries == 0) continue;
      NamedTensor* tensors = &found[4 * static_cast<std::size_t>(tested - std::begin(kTested))];
      const double numbers[] = {score.score, score.chance, score.error, score.kappa()};
      for (std::size_t n = 0; n < 4; ++n) tensors[n]({head.layer, head.head}) = numbers[n];
    }
  }
  return found;
}

}  // namespace headlight
