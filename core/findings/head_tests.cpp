#include "core/findings/head_tests.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "core/analysis/head_labels.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/findings/copying_test.h"
#include "core/findings/needle_test.h"

namespace headlight {
namespace {

/// The tensors of one test after another, and all of them beside each other.
class HeadTests {
 public:
  explicit HeadTests(const Model& model) : m_layers(layerAxis(model)), m_heads(headAxis(model)) {}

  void begin(std::string name) {
    std::replace(name.begin(), name.end(), ' ', '_');
    for (const char* number : kNumbers) found.push_back(madeTensor("test." + name + number, {m_layers, m_heads}));
    m_names.push_back(std::move(name));
  }
  void put(std::size_t test, HeadId head, const LabelScore& score) {
    if (score.queries == 0) return;
    const double numbers[] = {score.score, score.chance, score.error, score.kappa()};
    for (std::size_t n = 0; n < std::size(numbers); ++n)
      found[std::size(kNumbers) * test + n]({head.layer, head.head}) = numbers[n];
  }
  /// Of every head, as tallies.
  void add(const std::string& name, const std::vector<std::vector<Tally>>& tallies) {
    begin(name);
    for (std::size_t l = 0; l < tallies.size(); ++l)
      for (std::size_t h = 0; h < tallies[l].size(); ++h)
        put(m_names.size() - 1, {static_cast<int>(l), static_cast<int>(h)},
            LabelScore::of(HeadLabel::None, tallies[l][h]));
  }
  void putTogether() {
    NamedTensor all =
        madeTensor("test.kappa", {m_layers, m_heads, {"test", static_cast<Index>(m_names.size()), m_names}});
    for (std::string& label : all.axes.back().labels) std::replace(label.begin(), label.end(), '_', ' ');
    for (std::size_t test = 0; test < m_names.size(); ++test)
      for (Index l = 0; l < m_layers.size; ++l)
        for (Index h = 0; h < m_heads.size; ++h)
          all({l, h, static_cast<Index>(test)}) = found[std::size(kNumbers) * test + 3]({l, h});
    found.push_back(std::move(all));
  }

  Findings found;

 private:
  static constexpr const char* kNumbers[] = {".score", ".chance", ".error", ".kappa"};
  TensorAxis m_layers, m_heads;
  std::vector<std::string> m_names;
};

}  // namespace

Findings headTests(const AnalysisQuestion& q) {
  const TraceMaps maps(q.a);
  HeadTests tests(q.theModel());
  for (const HeadLabel label : kScoredLabels) tests.begin(nameOf(label));
  const std::vector<HeadId> heads = allHeads(q.theModel());
  for (std::size_t i = 0; i < heads.size(); ++i) {
    q.progress(0.4 * static_cast<double>(i) / static_cast<double>(heads.size()), "tests of heads");
    const HeadId head = heads[i];
    const HeadLabelling labelling =
        labelHead(maps, head, q.a->layers[static_cast<std::size_t>(head.layer)].rule->visibility);
    for (std::size_t test = 0; test < labelling.scores.size(); ++test) tests.put(test, head, labelling.scores[test]);
  }
  const auto unlessLimited = [](const auto& test) {
    try {
      test();
    } catch (const Error&) {
      // Its limits are those of the test, not of the others.
    }
  };
  unlessLimited([&] { tests.add("copying", copyingTest(q.theModel(), q.a, q.progress.slice(0.4, 0.6))); });
  std::optional<double> said;
  unlessLimited([&] {
    const NeedleTest needle = needleTest(q.theModel(), *q.a, 1, q.progress.slice(0.6, 1));
    tests.add("retrieval", needle.heads);
    if (needle.said.count > 0) said = needle.said.value();
  });
  tests.putTogether();
  if (said) tests.found.push_back(oneNumber("retrieval.said", *said));
  q.progress(1);
  return std::move(tests.found);
}

}  // namespace headlight
