#pragma once

#include <QDialog>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

#include "core/model/model.h"
#include "core/model/model_files.h"
#include "core/model/run_memory.h"
#include "core/reading/source.h"

namespace headlight {

/// What there is to know of a model or of attention from a file, as name and value, in the order in which a person
/// asks.
std::vector<std::pair<QString, QString>> modelSheetRows(const ModelInfo& info, const QString& tokenizer);

/// What its files hold and what a run takes, likewise: the mix of data types, how many tensors have each, bytes, memory
/// for a run of kSheetTokens tokens, and what a GGUF file says of where the model came from.
std::vector<std::pair<QString, QString>> modelFileRows(const ModelFiles& files, const RunMemory& run);
inline constexpr Index kSheetTokens = 1000;

/// What a sheet shows beside the model's name and remarks.
struct ModelFacts {
  std::vector<std::pair<QString, QString>> rows;
  std::optional<ModelFiles> files = {};  ///< Missing for attention from a file, and where they cannot be read.
};

/// Both of what is open; `files` are those of the model, where there are any.
ModelFacts modelFacts(const Source& source, std::optional<ModelFiles> files);

/// Shows them, with what is unusual below. A button lists all tensors where there are `files`.
class ModelSheet final : public QDialog {
  Q_OBJECT
 public:
  ModelSheet(const ModelInfo& info, ModelFacts facts, QWidget* parent = nullptr);

 private:
  void showTensors(const ModelFiles& files);
};

}  // namespace headlight
