#pragma once

#include <QDialog>
#include <QString>
#include <utility>
#include <vector>

#include "core/model/model.h"

namespace headlight {

/// What there is to know of a model or of attention from a file, as name and value, in the order in which a person
/// asks.
std::vector<std::pair<QString, QString>> modelSheetRows(const ModelInfo& info, const QString& tokenizer);

/// Shows them, with what is unusual below.
class ModelSheet final : public QDialog {
  Q_OBJECT
 public:
  ModelSheet(const ModelInfo& info, const QString& tokenizer, QWidget* parent = nullptr);
};

}  // namespace headlight
