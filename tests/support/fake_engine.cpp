#include "tests/support/fake_engine.h"

#include <chrono>
#include <cmath>
#include <sstream>
#include <thread>

#include "core/attention/lenses/lens.h"
#include "core/attention/matrix_maps.h"
#include "core/base/error.h"

namespace headlight::test {
namespace {

void spend(int steps, const Progress& progress, std::atomic<int>& cancelled) {
  try {
    for (int i = 0; i < steps; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      progress(static_cast<double>(i + 1) / steps, "working");
    }
  } catch (const Cancelled&) {
    ++cancelled;
    throw;
  }
}

std::vector<Token> tokensOf(const std::string& text, std::optional<int> sequence) {
  std::vector<Token> tokens;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    Token token;
    token.id = static_cast<std::int64_t>(10 + word.size());
    token.text = token.display = " " + word;
    token.sequence = sequence;
    token.typeId = sequence.value_or(0);
    tokens.push_back(token);
  }
  return tokens;
}

/// Maps that tell how often they are read.
class ToldMaps final : public Lens {
 public:
  ToldMaps(std::shared_ptr<const AttentionMaps> base, std::atomic<int>& reads)
      : Lens(std::move(base)), m_reads(reads) {}
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    ++m_reads;
    base().weights(head, rect, out);
  }

 private:
  std::atomic<int>& m_reads;
};

Matrix causalMap(const std::vector<Token>& tokens, int layer, int head) {
  const auto n = static_cast<Index>(tokens.size());
  Matrix map = Matrix::Zero(n, n);
  for (Index q = 0; q < n; ++q) {
    for (Index k = 0; k <= q; ++k) {
      const auto length = static_cast<double>(tokens[static_cast<std::size_t>(k)].text.size());
      map(q, k) = static_cast<float>(std::exp(std::cos(length + layer + head * static_cast<double>(q - k)) * 2));
    }
    map.row(q) /= map.row(q).sum();
  }
  return map;
}

}  // namespace

Engine FakeEngine::engine() {
  Engine engine;
  engine.open = [this](const std::filesystem::path& folder, const Progress& progress) {
    spend(openSteps, progress, opensCancelled);
    const std::string name = folder.filename().string();
    if (name == "broken") throw Error("broken/config.json: expected a JSON object, found an array");
    Source model;
    model.info.name = name;
    model.info.folder = folder;
    model.info.family = "fake";
    model.info.layers = name == "large" ? 12 : 4;
    model.info.heads = model.info.kvHeads = name == "large" ? 12 : 8;
    return model;
  };
  engine.run = [this](const RunRequest& request, const std::shared_ptr<const RunResult>&, const Progress& progress) {
    ++runsStarted;
    spend(runSteps, progress, runsCancelled);
    const auto* given = std::get_if<TextInput>(&request.input.content);
    std::string text = given ? *given->text : std::string();
    if (const auto* chat = std::get_if<ConversationInput>(&request.input.content))
      for (const Turn& turn : turnsOf(*chat->conversation)) text += (text.empty() ? "" : " ") + turn.text;
    if (text == "fail") throw Error("text: expected at most 3 tokens, found 4");
    std::vector<Token> tokens(1);
    tokens.front().text = tokens.front().display = "<s>";
    tokens.front().special = true;
    for (Token& token : tokensOf(text, 0)) tokens.push_back(std::move(token));
    if (given && given->pair)
      for (Token& token : tokensOf(**given->pair, 1)) tokens.push_back(std::move(token));
    std::vector<std::vector<Matrix>> maps(static_cast<std::size_t>(request.model->info.layers));
    for (int layer = 0; layer < request.model->info.layers; ++layer)
      for (int head = 0; head < request.model->info.heads; ++head)
        maps[static_cast<std::size_t>(layer)].push_back(causalMap(tokens, layer, head));
    RunResult result;
    for (std::size_t i = 0; i < request.changes.size(); ++i) {
      const auto* ablation = std::get_if<Ablate>(&request.changes[i]);
      if (!ablation) result.misfits.push_back({i, "intervention: expected an ablation"});
      for (std::size_t layer = 0; ablation && layer < maps.size(); ++layer)
        for (std::size_t head = 0; head < maps[layer].size(); ++head)
          if (contains(ablation->heads, {static_cast<int>(layer), static_cast<int>(head)})) maps[layer][head].setZero();
    }
    result.context.modelName = QString::fromStdString(request.model->info.name);
    result.context.text = QString::fromStdString(text);
    result.context.sinkColumns = {0};
    Visibility visibility;
    visibility.causal = true;
    result.context.visibility.assign(maps.size(), visibility);
    const std::size_t count = tokens.size();
    result.maps =
        std::make_shared<ToldMaps>(std::make_shared<MatrixMaps>(std::move(maps), tokens, tokens), weightsRead);
    result.predictions = {{"Predicted next", {{" mat", request.changes.empty() ? 0.4 : 0.3}, {" dog", 0.1}}}};
    if (count > 21) result.warning = "The text has " + std::to_string(count) + " tokens, more than 21.";
    ++runsFinished;
    return result;
  };
  return engine;
}

}  // namespace headlight::test
