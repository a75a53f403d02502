#include "core/findings/steering.h"

#include "core/base/error.h"
#include "core/model/architecture.h"
#include "core/model/text_lines.h"

namespace headlight {
namespace {

/// The stream of a text at the place, of the tokens that are meant: [width].
Eigen::RowVectorXd stateOf(const Model& model, const Encoding& text, const ValuePlace& place, SteeringTokens tokens) {
  Eigen::RowVectorXd state;
  RunOptions options;
  options.logits = false;
  options.watch = [&](const ValuePlace& at, MatrixView rows) {
    if (at != place) return;
    if (tokens == SteeringTokens::All) {
      state = rows.cast<double>().colwise().mean();
      return;
    }
    Index last = rows.rows() - 1;
    while (last > 0 && text.tokens[static_cast<std::size_t>(last)].special) --last;
    state = rows.row(last).cast<double>();
  };
  model.run(text, options);
  return state;
}

}  // namespace

SteeringVector steeringVector(const Model& model, const std::vector<Encoding>& from, const std::vector<Encoding>& to,
                              int layer, SteeringTokens tokens, const Progress& progress) {
  const Architecture& d = model.description();
  if (d.encoder) throw Error("steering: expected a model of one stack, found an encoder and a decoder");
  const auto layers = static_cast<int>(d.layers.size());
  if (layer < 0 || layer > layers)
    throw Error("steering: layer " + std::to_string(layer) + ": expected 0 to " + std::to_string(layers) + " (" +
                std::to_string(layers) + " is what the final norm reads)");
  const ValuePlace place = streamPlace(AttentionType::Self, layer);
  double done = 0;
  const auto all = static_cast<double>(from.size() + to.size());
  const auto meanOf = [&](const std::vector<Encoding>& texts, const char* set) -> Eigen::RowVectorXd {
    if (texts.empty()) throw Error(std::string("steering: texts ") + set + ": expected at least one, found none");
    Eigen::RowVectorXd sum = Eigen::RowVectorXd::Zero(d.width);
    for (const Encoding& text : texts) {
      progress(done++ / all, "texts");
      sum += stateOf(model, text, place, tokens);
    }
    return sum / static_cast<double>(texts.size());
  };
  const Eigen::RowVectorXd away = meanOf(from, "to steer from"), towards = meanOf(to, "to steer to");
  progress(1);
  SteeringVector vector;
  vector.layer = layer;
  vector.direction = (towards - away).cast<float>().transpose();
  vector.notes = {{"model", model.info().name},
                  {"tokens", tokens == SteeringTokens::Last ? "last" : "all"},
                  {"texts_from", std::to_string(from.size())},
                  {"texts_to", std::to_string(to.size())}};
  return vector;
}

std::vector<Encoding> encodedLines(const ModelFolder& model, const std::string& file) {
  std::vector<Encoding> texts;
  forEachTextLine(model, file, [&texts](const Encoding& text, double) { texts.push_back(text); });
  return texts;
}

}  // namespace headlight
