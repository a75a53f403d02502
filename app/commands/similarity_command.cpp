#include <algorithm>
#include <cstdio>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/json_lines.h"
#include "app/commands/table_output.h"
#include "core/analysis/sentence_embedding.h"
#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/model/task_prefixes.h"
#include "core/reading/reader.h"
#include "core/text/token_names.h"

namespace headlight {
namespace {

using Json = nlohmann::ordered_json;

struct SimilarityArguments {
  ModelArgument model;
  std::string text, pair, prefix, output;
};

/// How many tokens a prompt takes at the beginning of a text: those that end in it, a special one that ends the text
/// apart.
Index promptTokens(const Tokenizer& tokenizer, const std::string& prompt) {
  if (prompt.empty()) return 0;
  const Encoding encoding = tokenizer.encode(prompt);
  const bool framed = !encoding.empty() && encoding.tokens.back().special;
  return static_cast<Index>(encoding.size()) - (framed ? 1 : 0);
}

SentenceVector vectorOf(const Source& model, const SentenceRecipe& recipe, const std::string& text,
                        const std::string& wanted, const char* option, Remarks& remarks) {
  if (text.empty()) throw Error(std::string(option) + ": expected a text, found an empty one");
  const PrefixedText with = prefixed(text, wanted, taskPrefixes(model.path, nullptr));
  if (!with.remark.empty()) remarks.add({with.remark});
  const std::string prompt =
      with.text.ends_with(text) ? with.text.substr(0, with.text.size() - text.size()) : std::string();
  ReadOptions options;
  options.logits = false;
  const auto trace = read(model, {TextInput{with.text, std::nullopt}}, options).firstDraw;
  return sentenceVector(*model.model, *trace, recipe, promptTokens(*model.tokenizer, prompt));
}

/// A token's name and what it brings to the cosine.
struct Share {
  std::string token;
  double contribution = 0;
};

std::vector<Share> sharesOf(const SentenceVector& side, const Eigen::VectorXd& contributions) {
  std::vector<Share> shares;
  for (std::size_t i = 0; i < side.tokens.size(); ++i)
    shares.push_back({nameOf(side.tokens[i]), contributions.size() > 0 ? contributions[static_cast<Index>(i)] : 0});
  return shares;
}

struct Compared {
  SentenceVector a, b;
  SentenceSimilarity similarity;
  bool hasParts() const { return similarity.pairs.size() > 0; }
  std::vector<Share> sharesOfA() const { return sharesOf(a, similarity.pairs.cast<double>().rowwise().sum()); }
  std::vector<Share> sharesOfB() const {
    return sharesOf(b, similarity.pairs.cast<double>().colwise().sum().transpose());
  }
};

void printSummary(const Compared& compared, const SentenceRecipe& recipe, std::ostream& out) {
  char line[64];
  std::snprintf(line, sizeof line, "cosine %.4f  (", compared.similarity.cosine);
  out << line << recipe.name() << ")\n";
  if (!compared.hasParts()) {
    out << "An activation follows the pooling: no token has a part of the cosine of its own.\n";
    return;
  }
  const auto side = [&](const char* title, const std::vector<Share>& shares) {
    out << title << '\n';
    for (const Share& share : shares) {
      std::snprintf(line, sizeof line, "  %+.4f  ", share.contribution);
      out << line << oneLine(share.token) << '\n';
    }
  };
  side("A", compared.sharesOfA());
  side("B", compared.sharesOfB());
  out << "The numbers of either side add up to the cosine.\n";
}

Json jsonOf(const Source& model, const Compared& compared, const SentenceRecipe& recipe) {
  Json json{{"model", model.name}, {"pooling", recipe.name()}, {"cosine", compared.similarity.cosine}};
  const auto side = [&](const char* name, const SentenceVector& vector, const std::vector<Share>& shares) {
    Json tokens = Json::array(), contributions = Json::array();
    for (const Share& share : shares) {
      tokens.push_back(share.token);
      contributions.push_back(share.contribution);
    }
    json[name] = {{"tokens", tokens}, {"contributions", compared.hasParts() ? contributions : Json()},
                  {"vector", std::vector<float>(vector.vector.data(), vector.vector.data() + vector.vector.size())}};
  };
  side("a", compared.a, compared.sharesOfA());
  side("b", compared.b, compared.sharesOfB());
  if (!compared.hasParts()) return json;
  Json pairs = Json::array();
  for (Index i = 0; i < compared.similarity.pairs.rows(); ++i) {
    const auto row = compared.similarity.pairs.row(i);
    pairs.push_back(std::vector<float>(row.data(), row.data() + row.size()));
  }
  json["pairs"] = pairs;
  return json;
}

Table tableOf(const Compared& compared) {
  if (!compared.hasParts())
    throw Error("output: expected .json, since no pair of tokens has a part of this cosine of its own");
  Table table;
  table.columns = {"a", "b", "a_token", "b_token", "contribution"};
  for (Index i = 0; i < compared.similarity.pairs.rows(); ++i)
    for (Index j = 0; j < compared.similarity.pairs.cols(); ++j)
      table.rows.push_back({static_cast<double>(i), static_cast<double>(j),
                            nameOf(compared.a.tokens[static_cast<std::size_t>(i)]),
                            nameOf(compared.b.tokens[static_cast<std::size_t>(j)]),
                            static_cast<double>(compared.similarity.pairs(i, j))});
  return table;
}

}  // namespace

Action addSimilarityCommand(CLI::App& app) {
  const auto a = std::make_shared<SimilarityArguments>();
  a->model.addTo(app);
  app.add_option("--text", a->text, "A text (- reads standard input)")->type_name("T")->required();
  app.add_option("--pair", a->pair, "The text to compare it with")->type_name("U")->required();
  app.add_option("--prefix", a->prefix, "The prompt of both texts, by the name of one that the model's files list")
      ->type_name("NAME");
  addTableOutput(app, a->output,
                 "Output file: .json (vectors, tokens, pairs of tokens) or .csv (pairs); without it a summary");
  return [a](std::ostream& out, Remarks& remarks) {
    const Source model = a->model.open(remarks);
    if (!model.tokenizer)
      throw Error("model '" + model.name + "': expected a model that reads texts and has a tokenizer, found none");
    const SentenceRecipe recipe = sentenceRecipe(model.path);
    remarks.add(recipe.remarks);
    Compared compared{vectorOf(model, recipe, textOrStandardInput(a->text, remarks), a->prefix, "--text", remarks),
                      vectorOf(model, recipe, a->pair, a->prefix, "--pair", remarks),
                      {}};
    compared.similarity = similarityOf(compared.a, compared.b);
    if (a->output.empty()) return printSummary(compared, recipe, out);
    if (a->output.ends_with(".json"))
      return writeWhole(a->output,
                        [&](std::ostream& file) { file << dumpLine(jsonOf(model, compared, recipe)) << '\n'; });
    writeTable(tableOf(compared), a->output, out);
  };
}

}  // namespace headlight
