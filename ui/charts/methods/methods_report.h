#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/agreement.h"
#include "core/findings/prediction_evidence.h"
#include "core/model/model_folder.h"

namespace headlight {

/// The maps of the methods of a run, and why some are missing.
struct MethodsRead {
  std::shared_ptr<const Trace> trace;
  std::vector<MethodMaps> maps;                     ///< In the order of methods(), without the weights.
  std::vector<std::pair<Method, QString>> missing;  ///< With what core said.
};
/// Methods that run the model, or its layers, again for every token.
const std::vector<Method>& slowMethods();
const std::vector<Evidence>& slowEvidence();

/// Computes every method that there is for an attention of `trace`, a run of `model`, those of `without` left out.
/// Throws Cancelled.
MethodsRead readMethods(const ModelFolder& model, std::shared_ptr<const Trace> trace,
                        AttentionType attention = AttentionType::Self, const std::vector<Method>& without = {},
                        const Progress& progress = {});
/// What the prediction at `query` owes to each token by every method that there is, those of `without` left out. Throws
/// as predictionEvidence().
PredictionEvidence readEvidence(const ModelFolder& model, std::shared_ptr<const Trace> trace, AttentionType attention,
                                Index query, const std::vector<Evidence>& without = {}, const Progress& progress = {});

/// What several methods say of one token, with the names that a picture of it needs.
struct MethodsReport {
  WeightAgreement methods;
  std::vector<std::pair<std::variant<Method, Evidence>, QString>> missing;
  QString prediction;      ///< That the evidence is about; empty without any.
  double probability = 0;  ///< Its own.
  HeadId head;
  Index query = 0;
  std::vector<Token> tokens;  ///< Of the whole text.
  std::vector<Index> sinks;   ///< Keys that take mass without meaning.
  QString model, text, changed;

  /// Whether a key of a row says nothing about the others: a sink, and in relevance the token itself, which starts with
  /// all of itself.
  bool isApart(const MethodAgainstRaw& row, Index key) const;
  /// The key that a row ranks highest, those apart left out; none where there is no other.
  std::optional<Index> strongest(const MethodAgainstRaw& row) const;
};
/// `head` is of the attention that was read; `evidence` of the same run and token, null for none. Throws Error for a
/// head or a token that there is not. Text and changes are for the caller to name.
MethodsReport tellMethods(const ModelFolder& model, const MethodsRead& read, const PredictionEvidence* evidence,
                          HeadId head, Index query, const std::vector<Index>& sinks);

/// The story with numbers in place of tokens and without the text.
std::shared_ptr<const MethodsReport> withoutText(const std::shared_ptr<const MethodsReport>& story);

}  // namespace headlight
