#include "core/analysis/induction_probe.h"

#include <algorithm>
#include <random>
#include <string>

#include "core/analysis/sinkless_rows.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"

namespace headlight {

std::vector<std::vector<ProbeScores>> probeInduction(const Model& model, const ProbeSetup& setup,
                                                     const Progress& progress) {
  if (setup.candidates.empty()) throw Error("induction probe: expected tokens to draw from, found none");
  if (model.info().encoderLayers > 0)
    throw Error("induction probe: expected a model with one stack, found the encoder–decoder model '" +
                model.info().name + "'");
  const auto around = static_cast<Index>(setup.begin.size() + setup.end.size());
  Index period = setup.period;
  if (const Index most = model.info().maxPositions; most > 0) period = std::min(period, (most - around) / 2);
  if (period < 2)
    throw Error("induction probe: expected positions for " + std::to_string(4 + around) + " tokens, the model has " +
                std::to_string(model.info().maxPositions));

  const auto layers = static_cast<std::size_t>(model.info().layers),
             heads = static_cast<std::size_t>(model.info().heads);
  std::vector<std::vector<Tally>> tallies(layers, std::vector<Tally>(heads));
  std::vector<std::vector<ProbeScores>> scores(layers, std::vector<ProbeScores>(heads));
  std::mt19937_64 random(setup.seed);
  for (int repeat = 0; repeat < setup.repeats; ++repeat) {
    const Progress part =
        progress.slice(static_cast<double>(repeat) / setup.repeats, static_cast<double>(repeat + 1) / setup.repeats);
    Encoding encoding;
    const auto add = [&](std::int64_t id, bool special) {
      Token token;
      token.id = id;
      token.special = special;
      encoding.tokens.push_back(token);
    };
    for (const std::int64_t id : setup.begin) add(id, true);
    std::vector<std::int64_t> text;
    for (Index i = 0; i < period; ++i) text.push_back(setup.candidates[random() % setup.candidates.size()]);
    for (int time = 0; time < 2; ++time)
      for (const std::int64_t id : text) add(id, false);
    for (const std::int64_t id : setup.end) add(id, true);

    RunOptions options;
    options.logits = false;
    options.progress = part;
    const auto trace = model.run(encoding, options);
    const TraceMaps maps(trace);
    const auto places = std::make_shared<const TokenPlaces>(maps.keyTokens());
    const Index second = static_cast<Index>(setup.begin.size()) + period;
    for (std::size_t l = 0; l < layers; ++l)
      for (std::size_t h = 0; h < heads; ++h) {
        const Visibility& visibility = trace->layers[l].rule->visibility;
        SinklessRows rows(maps, visibility, places);
        const Matrix map = maps.weights({static_cast<int>(l), static_cast<int>(h)}, {second, 0, period, maps.keys()});
        for (Index i = 0; i < period; ++i) {
          const Index after = second + i - period + 1;
          const auto row = map.row(i);
          scores[l][h].inductionRaw += static_cast<double>(row(after));
          scores[l][h].duplicateRaw += static_cast<double>(row(after - 1));
          if (rows.take(second + i, cellsOf(row)) && rows.sees(after))
            tallies[l][h].add(rows.weight(cellsOf(row), after), rows.evenShare());
        }
      }
  }
  const auto count = static_cast<double>(period * setup.repeats);
  for (std::size_t l = 0; l < layers; ++l)
    for (std::size_t h = 0; h < heads; ++h) {
      scores[l][h].inductionRaw /= count;
      scores[l][h].duplicateRaw /= count;
      scores[l][h].induction = LabelScore::of(HeadLabel::Induction, tallies[l][h]);
    }
  return scores;
}

}  // namespace headlight
