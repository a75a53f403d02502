#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/head_table_file.h"

namespace headlight {

/// The facts of every head on one text, with the names that a picture of them needs.
struct HeadsReport {
  std::vector<MeasuredHead> heads;  ///< Layer by layer.
  QString model, text;
  QString changed;  ///< What was changed while the model ran; empty for nothing.
};
/// The report without its text.
std::shared_ptr<const HeadsReport> withoutText(const std::shared_ptr<const HeadsReport>& report);

/// "gpt · “the text” · changed: ablate 1.3": what a picture of them is of.
QString captionOf(const HeadsReport& report);
/// The labels that its heads have, in their order; None at the end.
std::vector<HeadLabel> labelsIn(const HeadsReport& report);

/// "Attention on previous token": a number of the table as a person reads it.
QString headColumnName(const HeadColumn& column);
/// A label as a person reads it; "no label" for none.
QString headLabelName(HeadLabel label);
/// A number of the table with three digits after the point; "–" for none.
QString headNumber(std::optional<double> value);

/// The metric or label by which heads are ordered: a name of headColumns(), or "label".
QString headOrderName(const std::string& by);

}  // namespace headlight
