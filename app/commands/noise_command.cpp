#include <cmath>
#include <map>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "app/usage_error.h"
#include "core/analysis/noise.h"

namespace headlight {
namespace {

struct NoiseArguments {
  ModelArgument model;
  std::string text, kind = "random", output;
  NoiseSetup setup;
  int seeds = 5;
};

const std::map<std::string, NoiseKind> kNoiseKinds{{"random", NoiseKind::RandomWords},
                                              {"repeated", NoiseKind::RepeatedWords},
                                              {"own", NoiseKind::OwnWords},
                                              {"typos", NoiseKind::Typos},
                                              {"shuffled", NoiseKind::ShuffledClauses}};

}  // namespace

Action addNoiseCommand(CLI::App& app) {
  const auto a = std::make_shared<NoiseArguments>();
  a->model.addTo(app);
  app.add_option("--text", a->text, "A text (- reads standard input)")->type_name("T")->required();
  app.add_option("--kind", a->kind,
                 "Inserted words (random, repeated from the text, or --words), typos, or shuffled clauses")
      ->check(CLI::IsMember(kNoiseKinds))
      ->capture_default_str();
  app.add_option("--words", a->setup.own, "Words that --kind own inserts")->delimiter(',')->type_name("W,…");
  app.add_option("--amount", a->setup.amount, "Share of words inserted or misspelt")
      ->capture_default_str();
  app.add_option("--seeds", a->seeds, "Number of noisy texts")->check(CLI::Range(1, 1000))->capture_default_str();
  addTableOutput(app, a->output);
  return [a, &app](std::ostream& out, Remarks& remarks) {
    a->setup.kind = kNoiseKinds.at(a->kind);
    const bool own = a->setup.kind == NoiseKind::OwnWords;
    if (own == a->setup.own.empty())
      throw UsageError(own ? "--kind own: expected --words to insert, found none"
                           : "--words: expected --kind own, found --kind " + a->kind);
    if (a->setup.kind == NoiseKind::ShuffledClauses && app.count("--amount") > 0)
      throw UsageError("--amount: not used by --kind shuffled, which moves all clauses");
    const ModelFolder model = a->model.open(remarks);
    const NoiseReport report = measureNoise(model, textOrStandardInput(a->text, remarks), a->setup, a->seeds);
    // The prediction moves as one; its numbers stand in every row, so that a row can be read alone.
    double kl = 0, change = 0;
    for (std::size_t i = 0; i < report.divergences.size(); ++i) {
      kl += report.divergences[i] / a->seeds;
      change += report.changes[i] / a->seeds;
    }
    Table table;
    table.columns = {"layer",  "head",  "noise_mass",    "deviation",
                     "chance", "seeds", "prediction_kl", "log_probability_change"};
    for (const HeadNoise& head : report.heads)
      table.rows.push_back({static_cast<double>(head.head.layer), static_cast<double>(head.head.head), head.mass,
                            head.deviation, head.chance, static_cast<double>(a->seeds), kl, change});
    writeTable(table, a->output, out);
  };
}

}  // namespace headlight
