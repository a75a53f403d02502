#include "core/analysis/model_comparison.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/effect.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/model/model_source.h"
#include "core/model/stages.h"

namespace headlight {
namespace {

/// Of the tokens that are looked at, and those that look at them in an encoder–decoder model.
std::vector<const Encoding*> encodingsOf(const Trace& trace) {
  std::vector<const Encoding*> all{&trace.encoding};
  if (trace.source) all.push_back(&trace.source->encoding);
  return all;
}

/// A token's text without the blanks and marks of a word's beginning, which tokenizers of one vocabulary write in
/// several ways.
std::string_view bare(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

void checkShapes(const ModelFolder& one, const ModelFolder& other) {
  const ModelInfo &a = one.model->info(), &b = other.model->info();
  const auto same = [&](const char* what, std::int64_t expected, std::int64_t found) {
    if (expected != found)
      throw Error("model '" + other.name + "': expected " + std::to_string(expected) + " " + what + ", as '" +
                  one.name + "' has, found " + std::to_string(found));
  };
  same("layers of the encoder", a.encoderLayers, b.encoderLayers);
  same("heads of the encoder", a.encoderHeads, b.encoderHeads);
  same("layers", a.layers, b.layers);
  same("heads", a.heads, b.heads);
  same("heads of keys and values", a.kvHeads, b.kvHeads);
  same("numbers in a head", a.dHead, b.dHead);
  same("numbers in a hidden state", a.width, b.width);
}

void checkTokens(const ModelRun& one, const ModelRun& other) {
  const std::string whose = "model '" + other.model.name + "': expected the tokens of '" + one.model.name + "'";
  const bool named = one.model.tokenizer && other.model.tokenizer;
  const auto expected = encodingsOf(one.trace), found = encodingsOf(other.trace);
  for (std::size_t e = 0; e < std::min(expected.size(), found.size()); ++e) {
    const std::vector<Token>&a = expected[e]->tokens, &b = found[e]->tokens;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
      if (a[i].id != b[i].id || (named && bare(a[i].display) != bare(b[i].display)))
        throw Error(whose + ", found another at " + std::to_string(i) + ": '" + b[i].display + "' (" +
                    std::to_string(b[i].id) + ") in place of '" + a[i].display + "' (" + std::to_string(a[i].id) +
                    "); their tokenizers differ");
    if (a.size() != b.size())
      throw Error(whose + ", " + std::to_string(a.size()) + " of them, found " + std::to_string(b.size()) +
                  "; their tokenizers differ");
  }
}

/// The rows of the logits in which a model answers: each token's, where each has an answer.
std::vector<Index> rowsOf(const ModelRun& run) {
  std::vector<Index> rows;
  if (run.model.model->info().head != OutputHeadKind::CausalLm)
    return answerRows(run.model.model->info(), run.trace, run.model.tokenizer.get());
  for (Index row = 0; row < run.trace.logits.rows(); ++row) rows.push_back(row);
  return rows;
}

/// Whether `a` lies as [in, out] where `b` lies as [out, in].
bool areTurned(const StoredTensor& a, const StoredTensor& b) {
  return a.outIn != b.outIn && a.shape.size() == 2 && b.shape.size() == 2 && a.shape[0] == b.shape[1] &&
         a.shape[1] == b.shape[0];
}

/// The shape without axes of one, which some files leave out.
Shape withoutOnes(Shape shape) {
  std::erase(shape, 1);
  return shape;
}

/// What the differences of two tensors come to, some numbers after the others.
struct DifferenceSums {
  double squares = 0, differences = 0, largest = 0;

  void add(std::span<const float> finer, std::span<const float> other) {
    for (std::size_t i = 0; i < finer.size(); ++i) {
      const double a = finer[i], difference = static_cast<double>(other[i]) - a;
      squares += a * a;
      differences += difference * difference;
      if (!(std::abs(difference) <= largest)) largest = std::abs(difference);  // NaN stays.
    }
  }
};

DifferenceSums sumsOf(const StoredTensor& storedFiner, const StoredTensor& storedOther) {
  const StoredTensor finer = made(storedFiner), other = made(storedOther);
  DifferenceSums sums;
  if (areTurned(finer, other)) {
    const std::vector<float> numbers = floatsOf(other);
    std::vector<float> turned(numbers.size());
    const auto rows = static_cast<std::size_t>(other.shape[0]), columns = static_cast<std::size_t>(other.shape[1]);
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t c = 0; c < columns; ++c) turned[c * rows + r] = numbers[r * columns + c];
    sums.add(floatsOf(finer), turned);
    return sums;
  }
  // Some of each at a time; blocks of every format divide this.
  constexpr std::size_t kNumbers = std::size_t{1} << 18;
  std::vector<float> a(kNumbers), b(kNumbers);
  const auto count = static_cast<std::size_t>(finer.count());
  for (std::size_t from = 0; from < count; from += kNumbers) {
    const std::size_t some = std::min(kNumbers, count - from);
    const auto read = [&](const StoredTensor& tensor, std::vector<float>& out) {
      const std::size_t at = bytesOf(tensor.format, from), bytes = bytesOf(tensor.format, some);
      toFloats(tensor.format, tensor.bytes.subspan(at, bytes), std::span(out).first(some));
    };
    read(finer, a);
    read(other, b);
    sums.add(std::span(a).first(some), std::span(b).first(some));
  }
  return sums;
}

}  // namespace

void checkComparable(const ModelRun& one, const ModelRun& other) {
  checkShapes(one.model, other.model);
  checkTokens(one, other);
}

std::vector<AnswerDifference> answerDifferences(const ModelRun& one, const ModelRun& other, int count,
                                                const Progress& progress) {
  const ModelInfo &a = one.model.model->info(), &b = other.model.model->info();
  if (a.head != b.head || one.trace.logits.cols() != other.trace.logits.cols() || a.labels != b.labels)
    throw Error("model '" + other.model.name + "': expected answers among " + std::to_string(one.trace.logits.cols()) +
                ", as '" + one.model.name + "' gives them, found others among " +
                std::to_string(other.trace.logits.cols()));
  const std::vector<Index> rows = rowsOf(one);
  std::vector<AnswerDifference> differences;
  for (const Index row : rows) {
    progress(static_cast<double>(differences.size()) / static_cast<double>(rows.size()), "comparing answers");
    AnswerDifference each{answerChange(one.model, one.trace, other.trace, {}, row, count), {}, {}};
    const auto& answers = each.change.answers;
    const auto most = [&](double PredictionChange::Answer::* side) {
      return *std::max_element(answers.begin(), answers.end(),
                               [side](const auto& x, const auto& y) { return x.*side < y.*side; });
    };
    each.likeliest = most(&PredictionChange::Answer::before);
    each.others = most(&PredictionChange::Answer::after);
    differences.push_back(std::move(each));
  }
  return differences;
}

bool isFiner(const Checkpoint& other, const Checkpoint& one) {
  std::uint64_t bytes = 0, otherBytes = 0;
  for (const auto& [name, tensor] : one.tensors()) {
    const StoredTensor* same = other.find(name);
    if (!same) continue;
    bytes += bytesOf(tensor.shape, tensor.format, name);
    otherBytes += bytesOf(same->shape, same->format, name);
  }
  return otherBytes > bytes;
}

std::vector<TensorDifference> tensorDifferences(const Checkpoint& finer, const Checkpoint& other,
                                                const Progress& progress) {
  std::vector<TensorDifference> all;
  double done = 0;
  for (const auto& [name, tensor] : finer.tensors()) {
    progress(done++ / static_cast<double>(finer.tensors().size()), "comparing tensors");
    if (!isFloating(tensor.format)) continue;
    TensorDifference each{name, shownName(name, tensor), tensor.shape,
                          std::string(nameOf(tensor.format)), {}, {}, {}};
    if (const StoredTensor* same = other.find(name); same && isFloating(same->format)) {
      if (withoutOnes(same->shape) != withoutOnes(tensor.shape) && !areTurned(tensor, *same))
        throw Error("tensor '" + name + "': expected the same shape in both, '" + finer.folder().string() + "' has " +
                    shapeText(tensor.shape) + ", '" + other.folder().string() + "' has " + shapeText(same->shape));
      const DifferenceSums sums = sumsOf(tensor, *same);
      each.other = nameOf(same->format);
      each.largest = sums.largest;
      if (sums.squares > 0) each.relative = std::sqrt(sums.differences / sums.squares);
    }
    all.push_back(std::move(each));
  }
  for (const auto& [name, tensor] : other.tensors())
    if (isFloating(tensor.format) && !finer.has(name))
      all.push_back({name, shownName(name, tensor), tensor.shape, {},
                     std::string(nameOf(tensor.format)), {}, {}});
  const auto rank = [](const TensorDifference& each) {
    return each.relative.value_or(each.largest ? *each.largest > 0 ? INFINITY : 0.0 : -1.0);
  };
  std::stable_sort(all.begin(), all.end(), [&](const TensorDifference& x, const TensorDifference& y) {
    const double a = rank(x), b = rank(y);
    return std::isnan(a) ? !std::isnan(b) : a > b;
  });
  return all;
}

TensorComparison compareTensors(const Checkpoint& one, const Checkpoint& other, const Progress& progress) {
  const bool otherIsFiner = isFiner(other, one);
  return {otherIsFiner,
          otherIsFiner ? tensorDifferences(other, one, progress) : tensorDifferences(one, other, progress)};
}

ModelComparison compareModels(const ModelFolder& one, std::shared_ptr<const Trace> trace, const ModelFolder& other,
                              std::shared_ptr<const Trace> otherTrace, AttentionType type, int count,
                              const Progress& progress) {
  for (const ModelFolder* each : {&one, &other})
    refuseStages("comparison of '" + each->name + "'", each->model->description());
  const ModelRun run{one, *trace}, otherRun{other, *otherTrace};
  checkComparable(run, otherRun);
  ModelComparison comparison;
  comparison.heads =
      rankDifferences(TraceMaps(trace, type), TraceMaps(otherTrace, type), progress.slice(0, 0.2));
  try {
    comparison.answers = answerDifferences(run, otherRun, count, progress.slice(0.2, 0.4));
  } catch (const Error& error) {
    comparison.noAnswers = error.what();
  }
  try {
    TensorComparison compared = compareTensors(modelSourceAt(one.path).tensors({}),
                                               modelSourceAt(other.path).tensors({}), progress.slice(0.4, 1));
    comparison.otherIsFiner = compared.otherIsFiner;
    comparison.tensors = std::move(compared.tensors);
  } catch (const Error& error) {
    comparison.noTensors = error.what();
  }
  progress(1);
  return comparison;
}

}  // namespace headlight
