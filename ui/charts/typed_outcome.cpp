#include "ui/charts/typed_outcome.h"

#include "core/analysis/ablation.h"
#include "core/base/error.h"
#include "core/model/predictions.h"

namespace headlight {

QString outcomeText(const ModelFolder& model, std::int64_t id) {
  const ModelInfo& info = model.model->info();
  if (!info.labels.empty() && id < static_cast<std::int64_t>(info.labels.size()))
    return QString::fromStdString(info.labels[static_cast<std::size_t>(id)]);
  if (info.labels.empty() && model.writer() && id < model.writer()->vocabularySize())
    return QString::fromStdString(model.writer()->displayOf(id)).trimmed();
  return QString::number(id);
}

std::int64_t typedOutcome(const ModelFolder& model, const QString& typed) {
  const std::string written = typed.toStdString();
  if (written.empty() || written.front() == ' ' || !model.writer()) return outcomeNamed(model, written);
  try {
    // A word of a running text has a space before it, which nobody writes here.
    return outcomeNamed(model, ' ' + written);
  } catch (const Error&) {
    return outcomeNamed(model, written);
  }
}

std::string outcomeName(const ModelFolder& model, std::int64_t id) {
  const ModelInfo& info = model.model->info();
  const bool labelled = !info.labels.empty() && id < static_cast<std::int64_t>(info.labels.size());
  const std::string text = labelled ? info.labels[static_cast<std::size_t>(id)] : textOfToken(id, model.writer());
  try {
    if (!text.empty() && outcomeNamed(model, text) == id) return text;
  } catch (const Error&) {
    // A part of a character, which has no text of its own.
  }
  return "id:" + std::to_string(id);
}

}  // namespace headlight
