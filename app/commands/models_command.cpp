#include <algorithm>
#include <cstdio>
#include <memory>
#include <ostream>
#include <string>

#include "app/commands/commands.h"
#include "app/commands/table_output.h"
#include "core/base/error.h"
#include "core/model/family.h"
#include "core/model/model_files.h"
#include "core/model/model_folder.h"
#include "core/model/model_locations.h"
#include "core/model/model_source.h"
#include "core/model/places/gguf_places.h"
#include "core/reading/source.h"
#include "ui/dialogs/model_sheet.h"

namespace headlight {
namespace {

/// A line for each family: its title, and the model_type of the config.json that it reads.
void listFamilies(std::ostream& out) {
  FamilyKind last = FamilyKind::Vision;
  for (const Family& family : families()) {
    if (&family == &families().front() || family.kind != last) out << nameOf(family.kind) << '\n';
    last = family.kind;
    std::string types;
    for (const std::string_view type : family.modelTypes) types += (types.empty() ? "" : ", ") + std::string(type);
    out << "  " << family.title << "  (" << types << ")\n";
  }
}

/// What a model can be asked.
std::string taskOf(const ModelInfo& info) {
  if (info.encoderLayers > 0) return info.hearsSound ? "transcription" : info.captions ? "captions" : "translation";
  switch (info.head) {
    case OutputHeadKind::CausalLm:
      return info.readsPicturesInText ? "next token, pictures" : "next token";
    case OutputHeadKind::MaskedLm:
      return "masked tokens";
    case OutputHeadKind::SequenceClassification:
      return info.readsImages() ? "class of an image" : "class";
    case OutputHeadKind::TokenClassification:
      return "class of each token";
    case OutputHeadKind::ReplacedTokenDetection:
      return "replaced tokens";
    case OutputHeadKind::None:
      break;
  }
  return "attention only";
}

/// "6.8 MB", "548 MB", "2.5 GB".
std::string sizeText(double bytes) {
  char text[32];
  if (bytes >= 1e9)
    std::snprintf(text, sizeof text, "%.1f GB", bytes / 1e9);
  else
    std::snprintf(text, sizeof text, bytes < 1e7 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
  return text;
}

/// A model that was found and, where it opens, what it is.
struct Listed {
  ModelLocation place;
  std::string_view from;  ///< The heading that it is listed under.
  ModelInfo info;
  std::uint64_t bytes = 0;  ///< Of its weights in their files.
  std::string problem;      ///< Why it does not open; empty where it does.
};

constexpr std::string_view kBuiltIn = "Built in";
constexpr std::string_view kSteps = "Built in, steps of a training";
constexpr std::string_view kCached = "In the Hugging Face cache";

Listed listed(const ModelLocation& place, std::string_view from) {
  Listed model{place, from, {}, 0, {}};
  try {
    const ModelSource source = modelSourceAt(place.folder);
    model.info = Model::open(source)->info();
    model.bytes = estimateMemory(source).weightBytes;
  } catch (const std::exception& error) {
    model.problem = error.what();
  }
  return model;
}

std::string headsText(const ModelInfo& info) {
  const auto grid = [](int layers, int heads) { return std::to_string(layers) + " x " + std::to_string(heads); };
  if (info.stages.size() > 1) {
    std::string text;
    for (const auto& [layers, heads] : info.stages) text += (text.empty() ? "" : " + ") + grid(layers, heads);
    return text;
  }
  return (info.encoderLayers > 0 ? grid(info.encoderLayers, info.encoderHeads) + " + " : "") +
         grid(info.layers, info.heads);
}

void printList(const std::vector<Listed>& models, std::ostream& out) {
  std::vector<std::vector<std::string>> rows{{"", "task", "layers x heads", "parameters", "size", ""}};
  for (const Listed& model : models) {
    char parameters[32];
    std::snprintf(parameters, sizeof parameters, "%.1f M", static_cast<double>(model.info.parameters) / 1e6);
    if (model.problem.empty())
      rows.push_back({model.place.name, taskOf(model.info), headsText(model.info), parameters,
                      sizeText(static_cast<double>(model.bytes)), model.place.folder.string()});
    else
      rows.push_back({model.place.name, "does not open:", oneLine(model.problem)});
  }
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows)
    for (std::size_t i = 0; row.size() == widths.size() && i < row.size(); ++i)
      widths[i] = std::max(widths[i], row[i].size());
  widths.front() = std::max_element(rows.begin(), rows.end(),
                                    [](const auto& a, const auto& b) { return a.front().size() < b.front().size(); })
                       ->front()
                       .size();
  const auto line = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
      out << "  " << row[i]
          << (i + 1 < row.size() ? std::string(widths[i] - std::min(widths[i], row[i].size()), ' ') : "");
    out << '\n';
  };
  line(rows.front());
  for (std::size_t i = 0; i < models.size(); ++i) {
    if (i == 0 || models[i].from != models[i - 1].from) out << models[i].from << '\n';
    line(rows[i + 1]);
  }
  if (models.empty() || models.back().from != kCached) out << "No others found in the Hugging Face cache\n";
}

/// GGUF models of other programs, of which only the beginnings are read.
void printPlaces(const std::vector<GgufPlace>& places, std::ostream& out) {
  std::string program;
  for (const GgufPlace& place : places) {
    if (place.program != program) out << (program = place.program) << '\n';
    out << "  " << place.reference() << "  ";
    if (!place.reason.empty()) {
      out << "does not open: " << oneLine(place.reason) << "  " << oneLine(place.file.string()) << '\n';
      continue;
    }
    std::error_code ignored;
    out << sizeText(static_cast<double>(std::filesystem::file_size(place.file, ignored))) << "  "
        << oneLine(place.file.string()) << (place.note.empty() ? "" : "  " + place.note) << '\n';
  }
}

Table tableOf(const std::vector<Listed>& models, const std::vector<GgufPlace>& places) {
  Table table;
  table.columns = {"name", "built_in", "task", "architecture", "layers", "heads", "encoder_layers", "encoder_heads",
                   "parameters", "dtype", "weight_bytes", "folder", "problem"};
  for (const Listed& model : models) {
    const ModelInfo& info = model.info;
    const bool opens = model.problem.empty();
    const auto number = [opens](double value) { return opens ? TableCell(value) : TableCell(); };
    const auto text = [opens](const std::string& value) { return opens ? TableCell(value) : TableCell(); };
    table.rows.push_back({model.place.name, model.from == kCached ? 0.0 : 1.0, text(taskOf(info)),
                          text(info.architecture), number(info.layers), number(info.heads), number(info.encoderLayers),
                          number(info.encoderHeads), number(static_cast<double>(info.parameters)), text(info.dtype),
                          number(static_cast<double>(model.bytes)), model.place.folder.string(),
                          opens ? TableCell() : TableCell(oneLine(model.problem))});
  }
  for (const GgufPlace& place : places) {
    std::vector<TableCell> row(table.columns.size());
    row.front() = place.reference();
    row[1] = 0.0;
    row[row.size() - 2] = place.file.string();
    if (!place.reason.empty()) row.back() = oneLine(place.reason);
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// What there is to know of one model, a row for each fact, as the window's model sheet has it.
Table sheetOf(const std::string& name) {
  const Source model = openModelSource(findModel(name));
  Table table;
  table.columns = {"property", "value"};
  for (const auto& [property, value] : modelFacts(model, modelFilesAt(model.path)).rows)
    table.rows.push_back({property.toStdString(), value.toStdString()});
  for (const std::string& remark : model.remarks) table.rows.push_back({"Remark", remark});
  return table;
}

Table tensorsOf(const std::string& name) {
  Table table;
  table.columns = {"tensor", "stored_as", "dtype", "shape", "bytes"};
  for (const ModelFiles::Tensor& each : modelFilesAt(findModel(name)).tensors)
    table.rows.push_back({each.name, each.storedAs, each.dtype, shapeText(each.shape),
                          static_cast<double>(each.bytes)});
  return table;
}

void printSheet(const Table& sheet, std::ostream& out) {
  for (const auto& row : sheet.rows)
    out << std::get<std::string>(row[0]) << ": " << oneLine(std::get<std::string>(row[1])) << '\n';
}

}  // namespace

Action addModelsCommand(CLI::App& command) {
  struct Arguments {
    bool onlyFamilies = false, tensors = false;
    std::string model, output;
  };
  const auto a = std::make_shared<Arguments>();
  const auto onlyFamilies =
      command.add_flag("--families", a->onlyFamilies, "List the families of models that open, with their model_type");
  addTableOutput(command, a->output, "Output file: .csv or .json; - for CSV on standard output")
      ->excludes(onlyFamilies);
  const auto model = command
                         .add_option("model", a->model,
                                     "One model: what it is, what its files hold and what a run takes, in place of "
                                     "the list")
                         ->type_name("NAME-OR-FOLDER")
                         ->excludes(onlyFamilies);
  command.add_flag("--tensors", a->tensors, "Its tensors: names, data types, shapes, bytes")->needs(model);
  return [a](std::ostream& out, Remarks&) {
    if (a->onlyFamilies) {
      listFamilies(out);
      return;
    }
    if (a->tensors) return writeTable(tensorsOf(a->model), a->output, out);
    if (!a->model.empty()) {
      const Table sheet = sheetOf(a->model);
      return a->output.empty() ? printSheet(sheet, out) : writeTable(sheet, a->output, out);
    }
    std::vector<Listed> models;
    for (const ModelLocation& place : builtInModels()) models.push_back(listed(place, kBuiltIn));
    for (const ModelLocation& place : builtInSteps()) models.push_back(listed(place, kSteps));
    for (const ModelLocation& place : cachedModels()) models.push_back(listed(place, kCached));
    const std::vector<GgufPlace> places = ggufPlaces();
    if (!a->output.empty()) return writeTable(tableOf(models, places), a->output, out);
    printList(models, out);
    printPlaces(places, out);
  };
}

}  // namespace headlight
