#include <algorithm>
#include <chrono>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/usage_error.h"
#include "core/analysis/cost.h"
#include "core/base/error.h"

namespace headlight {
namespace {

struct CostArguments {
  ModelArgument model;
  std::vector<Index> tokens = {128, 1024, 8192, 65536, 1000000};
  Index window = 4096, measure = 0;
  std::string output;
};

constexpr std::pair<AttentionKind, const char*> kKinds[] = {
    {AttentionKind::Full, "full"}, {AttentionKind::Windowed, "windowed"}, {AttentionKind::Streamed, "streamed"}};

/// What a model reads to be measured: so many tokens, or the one size of image that a vision model reads.
ModelInput measuredInput(const ModelFolder& model, Index tokens) {
  const ModelInfo& info = model.model->info();
  if (model.images)
    return model.images->encode(Matrix::Zero(3, info.imageHeight * info.imageWidth),
                                {info.imageHeight, info.imageWidth});
  Encoding encoding;
  for (Index i = 0; i < tokens; ++i) {
    Token token;
    token.id = i * 7 % info.vocabulary;
    encoding.tokens.push_back(token);
  }
  return encoding;
}

/// Throws Error where nothing would be measured: no length is short enough, or none is that of a vision model's image.
void checkMeasured(const ModelFolder& model, const std::vector<Index>& lengths, Index most) {
  if (const Index least = *std::min_element(lengths.begin(), lengths.end()); !model.images && most < least)
    throw UsageError("--measure: expected at least " + std::to_string(least) + ", the least of --tokens, found " +
                     std::to_string(most));
  if (!model.images) return;
  const auto own = static_cast<Index>(measuredInput(model, 0).encoding.size());
  std::string found;
  for (const Index tokens : lengths) found += (found.empty() ? "" : ", ") + std::to_string(tokens);
  if (std::find(lengths.begin(), lengths.end(), own) == lengths.end())
    throw Error("--measure: expected --tokens " + std::to_string(own) + ", as many as an image is for '" + model.name +
                "', found " + found);
}

/// Seconds that this program takes for an input; the best of three runs.
double measured(const Model& model, const ModelInput& input) {
  double best = 0;
  for (int run = 0; run < 3; ++run) {
    const auto start = std::chrono::steady_clock::now();
    model.run(input);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (run == 0 || seconds < best) best = seconds;
  }
  return best;
}

}  // namespace

Action addCostCommand(CLI::App& app) {
  const auto a = std::make_shared<CostArguments>();
  a->model.addTo(app);
  app.add_option("--tokens", a->tokens, "Text lengths in tokens")
      ->delimiter(',')
      ->check(CLI::Range(Index{1}, Index{100000000}))
      ->capture_default_str();
  app.add_option("--window", a->window, "Keys that a query sees in windowed attention")
      ->check(CLI::Range(Index{1}, Index{100000000}))
      ->capture_default_str();
  app.add_option("--measure", a->measure, "Also run texts of up to N tokens (a vision model: an image) and add the "
                                          "seconds")
      ->check(CLI::Range(Index{0}, Index{100000000}))
      ->type_name("TOKENS");
  addTableOutput(app, a->output);
  app.footer(
      "Counted, not measured: the matrix products of one run (projections to and from the heads, scores and "
      "mixing, feed-forward with the experts that are chosen, output head at every token that it predicts at); "
      "norms, activations and softmax are left out. Bytes of weights as their matrices lie in the file or in "
      "memory, of the cache as keys and values in single precision, of attention as what each kind keeps: full "
      "and windowed the weights of every head, streamed a number for each row and a block.");
  return [a](std::ostream& out, Remarks& remarks) {
    const ModelFolder model = a->model.open(remarks);
    if (a->measure > 0) checkMeasured(model, a->tokens, a->measure);
    Table table;
    table.columns = {"tokens", "attention", "multiply_adds"};
    for (const CostPart& part : costOf(*model.model, 1, AttentionKind::Full).parts) {
      std::string name = nameOf(part.part);
      std::replace(name.begin(), name.end(), '-', '_');
      table.columns.push_back(name + "_multiply_adds");
      table.columns.push_back(name + "_weight_bytes");
    }
    for (const char* name : {"weight_bytes", "cache_bytes", "attention_bytes", "seconds"})
      table.columns.emplace_back(name);
    for (const Index tokens : a->tokens)
      for (const auto& [kind, name] : kKinds) {
        const Cost cost = costOf(*model.model, tokens, kind, a->window);
        std::vector<TableCell> row{static_cast<double>(tokens), std::string(name), cost.multiplyAdds()};
        for (const CostPart& part : cost.parts) {
          row.emplace_back(part.multiplyAdds);
          row.emplace_back(part.weightBytes);
        }
        row.emplace_back(cost.weightBytes());
        row.emplace_back(cost.cacheBytes);
        row.emplace_back(cost.attentionBytes);
        const bool runs = kind == AttentionKind::Streamed && tokens <= a->measure;
        const ModelInput read = runs ? measuredInput(model, tokens) : ModelInput(Encoding());
        row.push_back(runs && static_cast<Index>(read.encoding.size()) == tokens
                          ? TableCell(measured(*model.model, read))
                          : TableCell());
        table.rows.push_back(std::move(row));
      }
    writeTable(table, a->output, out);
  };
}

}  // namespace headlight
