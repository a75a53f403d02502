#include "core/io/stored_predictions.h"

#include "core/io/stored_notes.h"

namespace headlight {

std::vector<StoredPrediction> storedPredictions(const StoredNotes& notes) {
  constexpr std::size_t kMost = 1000;
  std::vector<StoredPrediction> all;
  const auto list = notes.find("predictions");
  if (!list) return all;
  for (const JsonValue& each : list->list("a list of predictions", kMost)) {
    StoredPrediction& prediction = all.emplace_back(StoredPrediction{each.at("title").text(), {}});
    for (const JsonValue& answer : each.at("answers").list("a list of answers", kMost))
      prediction.answers.emplace_back(answer.at("text").text(),
                                      answer.at("probability").number(0, 1, "a probability from 0 to 1"));
  }
  return all;
}

}  // namespace headlight
