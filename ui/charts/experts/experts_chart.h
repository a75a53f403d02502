#pragma once

#include "ui/export/exportable.h"
#include "ui/figures/experts/experts_figure.h"

namespace headlight {

/// The picture as something that can be put on paper; `made` lacks the program and the picture.
Exportable exportableExperts(std::shared_ptr<const ExpertsReport> report, ExpertsChoice choice, Provenance made);

}  // namespace headlight
