#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/head_ranking.h"
#include "core/analysis/prediction_change.h"
#include "core/checkpoint/checkpoint.h"
#include "core/model/model_folder.h"

namespace headlight {

/// A model and its run over an input.
struct ModelRun {
  const ModelFolder& model;
  const Trace& trace;
};

/// What two models say at one row of their logits.
struct AnswerDifference {
  PredictionChange change;                     ///< Before: of the first model; after: of the other.
  PredictionChange::Answer likeliest, others;  ///< The likeliest of the first model and of the other.

  bool differs() const { return likeliest.id != others.id; }
};

/// One tensor of two checkpoints of a model, under the name that the model's description has for it.
struct TensorDifference {
  std::string name;
  std::string storedAs;           ///< Its name in the finer file.
  Shape shape;                    ///< In the finer file.
  std::string finer, other;       ///< The formats of its numbers; empty where only the other file has the tensor.
  std::optional<double> relative;  ///< ‖other − finer‖ / ‖finer‖ (Frobenius); none for zeros and for one of one file.
  std::optional<double> largest;   ///< The largest |other − finer|; none where only one file has it.
};

/// How two models of one shape differ over one input: two quantisations of a model, two steps of its training, a
/// model and what was fine-tuned of it.
struct ModelComparison {
  std::vector<HeadDistance> heads;        ///< As rankDifferences() has them.
  std::vector<AnswerDifference> answers;  ///< As answerDifferences() has them.
  std::string noAnswers;                  ///< Why there are none; empty where there are.
  bool otherIsFiner = false;              ///< The tensors are compared with those of the other model, not the first.
  std::vector<TensorDifference> tensors;  ///< As tensorDifferences() has them.
  std::string noTensors;                  ///< Why there are none; empty where there are.
};

/// Throws Error, beginning with the other model's name, that says in what its shape (layers, heads, widths) differs, or
/// which of the tokens that both runs read.
void checkComparable(const ModelRun& one, const ModelRun& other);

/// What two comparable runs answer: at each row of the logits of models that answer for each token, else where they
/// answer. The `count` likeliest of each are named. Throws Error for models without a head, with other vocabularies or
/// labels, and as answerRows(); Cancelled.
std::vector<AnswerDifference> answerDifferences(const ModelRun& one, const ModelRun& other, int count,
                                                const Progress& progress = {});

/// Whether `other` holds the numbers of the tensors that both have in more bytes than `one`.
bool isFiner(const Checkpoint& other, const Checkpoint& one);

/// Each tensor of two checkpoints, the largest relative error first, then those that one of them lacks, by name. Throws
/// Error for a tensor whose shapes differ; Cancelled.
std::vector<TensorDifference> tensorDifferences(const Checkpoint& finer, const Checkpoint& other,
                                                const Progress& progress = {});

/// The tensors of two checkpoints, those of the finer one first.
struct TensorComparison {
  bool otherIsFiner = false;  ///< Compared with those of the other, not of the first.
  std::vector<TensorDifference> tensors;
};
/// As tensorDifferences(), against the finer of the two, the first where neither is; throws likewise.
TensorComparison compareTensors(const Checkpoint& one, const Checkpoint& other, const Progress& progress = {});

/// All of it for two runs of models that lie at their paths, attention of `type`. Throws Error for runs that are not
/// comparable; Cancelled.
ModelComparison compareModels(const ModelFolder& one, std::shared_ptr<const Trace> trace, const ModelFolder& other,
                              std::shared_ptr<const Trace> otherTrace, AttentionType type, int count,
                              const Progress& progress = {});

}  // namespace headlight
