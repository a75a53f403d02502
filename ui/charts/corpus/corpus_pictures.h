#pragma once

#include <vector>

#include "ui/charts/corpus/losses_report.h"
#include "ui/charts/corpus/reports/comparing.h"
#include "ui/export/exportable.h"

namespace headlight {

/// The pictures of statistics over many texts.
enum class CorpusPicture {
  Scatter,      ///< Two metrics of every head.
  Atlas,        ///< One metric of every head.
  Card,         ///< One head.
  Differences,  ///< Of a pair: the differences of one metric with their intervals.
  DifferenceAtlas,
  Curves,     ///< Of a training: one metric of every head by step.
  Steps,      ///< The same as cells.
  StepAtlas,  ///< One step of it.
  Losses,     ///< What texts lose without each head, with intervals.
  LossAtlas,
};

/// What is pictured, and how: a picture of a pair needs `pair`, one of a training `training`, one of losses
/// `losses`, others `report`.
struct CorpusChoice {
  CorpusPicture picture = CorpusPicture::Scatter;
  std::shared_ptr<const CorpusReport> report = {};
  std::shared_ptr<const StatsPair> pair = {};
  std::shared_ptr<const TrainingReport> training = {};
  std::shared_ptr<const LossesReport> losses = {};
  std::string metric = "induction";       ///< Upwards in a scatter.
  std::string across = "previous_token";  ///< Of a scatter.
  std::vector<HeadId> shown = {};         ///< In a scatter; all when empty.
  std::optional<std::size_t> head = {};   ///< The head of a card; one that is stressed among curves.
  std::optional<std::size_t> step = {};   ///< Of a training.
};

/// The pictures that there are of what is there, the first to be shown first.
std::vector<CorpusPicture> picturesOf(const CorpusChoice& choice);
/// Whether it is of a pair, of losses or of a training.
bool isOfPair(CorpusPicture picture);
bool isOfLosses(CorpusPicture picture);
bool isOfTraining(CorpusPicture picture);

/// What has to be known of its statistics, and of losses where it shows them, a sentence each.
std::vector<QString> notesOf(const CorpusChoice& choice);

std::unique_ptr<Figure> makeFigure(const CorpusChoice& choice, const FigureStyle& style);
/// Something that can be put on paper; without its text it numbers tokens and names no file of texts.
Exportable exportableStatistics(const CorpusChoice& choice);
/// The numbers behind the picture as a table: every metric of every head, the pair's differences, or each step. Throws
/// Error.
Table tableOf(const CorpusChoice& choice);

}  // namespace headlight
