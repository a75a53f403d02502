#include "core/reading/draws.h"

#include <algorithm>
#include <filesystem>
#include <list>
#include <mutex>
#include <tuple>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/steering_file.h"
#include "core/model/predictions.h"
#include "core/model/text_lines.h"

namespace headlight {

namespace {

/// The places of all layers at which `change` takes values.
bool takesFrom(const ChangeValues& change, const ValuePlace& place) {
  const LayerSite site =
      change.site == LayerSite::Input && place.site == LayerSite::Output ? LayerSite::Input : place.site;
  return site == change.site;
}

/// The changes that take values from `name`, a text or a file.
std::vector<ChangeValues> takingFrom(const std::vector<Intervention>& interventions, const std::string& name,
                                     bool file) {
  std::vector<ChangeValues> some;
  for (const Intervention& each : interventions)
    if (const auto* change = std::get_if<ChangeValues>(&each)) {
      const std::string* from = file ? otherFileOf(each) : otherTextOf(each);
      if (from && *from == name) some.push_back(*change);
    }
  return some;
}

bool anyTakes(const std::vector<ChangeValues>& changes, const ValuePlace& place) {
  return std::any_of(changes.begin(), changes.end(),
                     [&](const ChangeValues& change) { return takesFrom(change, place); });
}

/// Whether `run` has nothing yet of what some of the changes take.
bool lacks(const OtherRun& run, const std::vector<ChangeValues>& changes) {
  return std::any_of(changes.begin(), changes.end(), [&](const ChangeValues& change) {
    return std::none_of(run.values.begin(), run.values.end(),
                        [&](const auto& value) { return takesFrom(change, value.first); });
  });
}

/// Mean values over all tokens of the texts in a file, a text a line.
OtherRun meansOver(const std::string& file, const std::vector<ChangeValues>& changes, const ModelFolder& model,
                   const Progress& progress) {
  std::map<ValuePlace, std::pair<Eigen::RowVectorXd, double>> sums;
  forEachTextLine(model, file, [&](const Encoding& text, double part) {
    progress(part, "texts of " + file);
    RunOptions options;
    options.logits = false;
    options.progress = progress.slice(part, part);
    options.watch = [&](const ValuePlace& place, MatrixView rows) {
      if (!anyTakes(changes, place)) return;
      auto& [sum, count] = sums[place];
      if (count == 0) sum = Eigen::RowVectorXd::Zero(rows.cols());
      sum += rows.cast<double>().colwise().sum();
      count += static_cast<double>(rows.rows());
    };
    model.model->run(text, options);
  });
  OtherRun means;
  for (const auto& [place, sum] : sums) means.values[place] = (sum.first / sum.second).cast<float>();
  return means;
}

/// The same, kept for who changes a run again and again while the file stays as it is.
OtherRun keptMeansOver(const std::string& file, const std::vector<ChangeValues>& changes, const ModelFolder& model,
                       const Progress& progress) {
  struct Kept {
    std::weak_ptr<const Model> model;
    std::string file;
    std::uintmax_t bytes;
    std::filesystem::file_time_type time;
    std::vector<LayerSite> sites;
    OtherRun means;
  };
  constexpr std::size_t kMost = 4;
  static std::mutex s_mutex;
  static std::list<Kept> s_kept;
  std::error_code failed;
  Kept wanted{model.model, file, std::filesystem::file_size(file, failed), {}, {}, {}};
  if (failed || !isFile(file)) throw Error("'" + file + "': expected a text file, found none");
  wanted.time = std::filesystem::last_write_time(file, failed);
  for (const ChangeValues& change : changes) wanted.sites.push_back(change.site);
  {
    const std::lock_guard lock(s_mutex);
    for (const Kept& kept : s_kept)
      if (kept.model.lock() == model.model && kept.file == file && kept.bytes == wanted.bytes &&
          kept.time == wanted.time && kept.sites == wanted.sites)
        return kept.means;
  }
  // Without the lock: runs take long, and others may read other files meanwhile.
  wanted.means = meansOver(file, changes, model, progress);
  const std::lock_guard lock(s_mutex);
  s_kept.push_front(wanted);
  if (s_kept.size() > kMost) s_kept.pop_back();
  return wanted.means;
}

OtherRun directionIn(const std::string& file) {
  const SteeringVector vector = readSteering(file);
  OtherRun run;
  run.values[streamPlace(AttentionType::Self, vector.layer)] = vector.direction.transpose();
  return run;
}

}  // namespace

OtherRuns runOtherTexts(const std::vector<Intervention>& interventions, const ModelFolder& model,
                        const Progress& progress, OtherRuns known) {
  for (const Intervention& intervention : interventions) {
    if (const std::string* file = otherFileOf(intervention)) {
      OtherRun& run = known[keyOfFile(*file)];
      const std::vector<ChangeValues> changes = takingFrom(interventions, *file, true);
      if (std::holds_alternative<Steer>(intervention)) {
        run = directionIn(*file);
      } else if (lacks(run, changes)) {
        tokenizerFor(model, *file);  // Before the file is looked for.
        run.values.merge(keptMeansOver(*file, changes, model, progress).values);
      }
    }
    const std::string* text = otherTextOf(intervention);
    if (!text) continue;
    const std::vector<ChangeValues> changes = takingFrom(interventions, *text, false);
    OtherRun& run = known[*text];
    if (run.trace && !lacks(run, changes)) continue;
    const Tokenizer& tokenizer = tokenizerFor(model, *text);
    RunOptions options;
    options.logits = false;
    options.progress = progress;
    if (!changes.empty())
      options.watch = [&](const ValuePlace& place, MatrixView rows) {
        if (anyTakes(changes, place)) run.values[place] = rows;
      };
    const auto trace = model.model->run(tokenizer.encode(*text), options);
    if (!run.trace) run.trace = trace;
  }
  return known;
}

std::pair<Logits, Logits> meanAndDeviation(std::vector<Logits> draws) {
  const Index rows = draws.front().rows(), cols = draws.front().cols();
  const auto all = std::make_shared<const std::vector<Logits>>(std::move(draws));
  // Mean probability and mean square of some rows.
  const auto means = [all, cols](Index first, Index count) {
    Eigen::ArrayXXd sum = Eigen::ArrayXXd::Zero(count, cols), squares = sum;
    for (const Logits& draw : *all) {
      Logits some = draw.block(first, count);  // Quicker together than row by row.
      some.setIndependent(draw.independent());
      for (Index i = 0; i < count; ++i) {
        const std::vector<double> row = logProbabilities(some, i);
        const auto p = Eigen::Map<const Eigen::ArrayXd>(row.data(), cols).exp().transpose().eval();
        sum.row(i) += p;
        squares.row(i) += p.square();
      }
    }
    const auto n = static_cast<double>(all->size());
    return std::pair<Eigen::ArrayXXd, Eigen::ArrayXXd>(sum / n, squares / n);
  };
  const bool independent = all->front().independent();
  Logits mixture(rows, cols, [means, independent](Index first, Index count) -> Matrix {
    const Eigen::ArrayXXd p = means(first, count).first;
    return (independent ? (p / (1 - p)).log().eval() : p.log().eval()).cast<float>().matrix();
  });
  mixture.setIndependent(independent);
  return {mixture,
          Logits(rows, cols, [means, n = static_cast<double>(all->size())](Index first, Index count) -> Matrix {
            const auto [mean, squares] = means(first, count);
            return ((squares - mean.square()).max(0) * n / (n - 1)).sqrt().cast<float>().matrix();
          })};
}

DropoutRun runDropoutDraws(const Model& model, const ModelInput& input, RunOptions options) {
  const int draws = drawsOf(options.interventions);
  const Progress progress = options.progress;
  const auto part = [&](int draw) {
    return progress.slice(static_cast<double>(draw) / draws, static_cast<double>(draw + 1) / draws);
  };
  options.draw = 0;
  options.progress = part(0);
  DropoutRun result;
  result.trace = result.first = model.run(input, options);
  const Logits& logits = result.trace->logits;
  if (draws == 1 || logits.size() == 0) return result;

  // Of a draw its logits alone are kept: what they are made of when they are asked for, a hidden state a token.
  std::vector<Logits> drawn = {logits};
  options.resumeFrom = result.first;
  for (int draw = 1; draw < draws; ++draw) {
    options.draw = draw;
    options.progress = part(draw);
    drawn.push_back(model.run(input, options)->logits);
  }
  auto trace = std::make_shared<Trace>(*result.trace);
  std::tie(trace->logits, result.deviation) = meanAndDeviation(std::move(drawn));
  result.trace = std::move(trace);
  return result;
}

}  // namespace headlight
