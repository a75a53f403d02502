#include "core/io/table_writer.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "core/attention/row_bands.h"
#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/io/csv_text.h"
#include "core/text/token_names.h"

namespace headlight {
namespace {

/// The shortest text that reads back as the same float, whatever the locale.
void put(std::ostream& out, float value) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  out.write(text, end - text);
}

std::string quotedJson(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void putRows(std::ostream& out, MatrixView rows) {
  for (Index i = 0; i < rows.rows(); ++i) {
    out << (i ? ",\n[" : "[");
    for (Index j = 0; j < rows.cols(); ++j) {
      if (j) out << ',';
      // JSON has no number that is not finite; a reader takes null for it.
      std::isfinite(rows(i, j)) ? put(out, rows(i, j)) : static_cast<void>(out << "null");
    }
    out << ']';
  }
}

/// The ids and the tokens, with a comma behind them.
void putTokens(std::ostream& out, const Encoding& encoding, const std::string& prefix) {
  out << '"' << prefix << "input_ids\": [";
  for (std::size_t i = 0; i < encoding.size(); ++i) out << (i ? "," : "") << encoding.tokens[i].id;
  out << "],\n\"" << prefix << "tokens\": [";
  for (std::size_t i = 0; i < encoding.size(); ++i) out << (i ? "," : "") << quotedJson(nameOf(encoding.tokens[i]));
  out << "],\n";
}

/// Calls `each` with every chosen head and the progress of it.
template <class Each>
void forHeads(const AttentionRows& rows, const Progress& progress, const Each& each) {
  double done = 0;
  const auto count = static_cast<double>(rows.layers.size() * rows.heads.size());
  for (const int layer : rows.layers)
    for (const int head : rows.heads) {
      progress(done / count, "writing attention");
      each(HeadId{layer, head}, progress.slice(done / count, (done + 1) / count));
      ++done;
    }
  progress(1, "writing attention");
}

/// An object of layers that are objects of heads: what `putHead` writes of each stands in brackets.
template <class PutHead>
void putHeads(std::ostream& out, const AttentionRows& rows, const Progress& progress, const PutHead& putHead) {
  out << '{';
  int layer = -1;
  forHeads(rows, progress, [&](HeadId head, const Progress& part) {
    if (head.layer != layer)
      out << (layer < 0 ? "" : "},\n") << '"' << head.layer << "\": {";
    else
      out << ",\n";
    layer = head.layer;
    out << '"' << head.head << "\": [";
    putHead(head, part);
    out << ']';
  });
  out << (layer < 0 ? "}" : "}}");
}

}  // namespace

std::string stagePrefix(AttentionType stage) { return std::string(nameOf(stage)) + '_'; }

Vector noTokenShare(MatrixView weights) {
  return (1 - weights.cast<double>().rowwise().sum().array()).cwiseMax(0).cast<float>();
}

void writeAttentionJson(const std::filesystem::path& path, const Trace& trace, const ExportChoice& choice,
                        const std::vector<AttentionRows>& attention, const Progress& progress) {
  writeWhole(path, [&](std::ostream& out) {
    out << "{\"model\": " << quotedJson(trace.model) << ",\n\"method\": " << quotedJson(choice.method) << ",\n";
    // Of stages each has tokens and states of its own.
    const std::vector<AttentionType> stages = trace.stages();
    for (const AttentionType stage : stages) putTokens(out, trace.stackOf(stage).encoding, stagePrefix(stage).c_str());
    if (stages.empty()) putTokens(out, trace.source ? trace.source->encoding : trace.encoding, "");
    if (trace.source) putTokens(out, trace.encoding, "decoder_");
    for (const AttentionRows& rows : attention) {
      const AttentionMaps& maps = *rows.maps;
      out << (&rows == &attention.front() ? "\"" : ",\n\"") << rows.name << "\": ";
      putHeads(out, rows, progress, [&](HeadId head, const Progress& part) {
        forEachRow(
            maps, head,
            [&](Index query, const auto& row) {
              if (query) out << ",\n";
              putRows(out, row);
            },
            part);
      });
      if (!maps.hasNoTokenShare()) continue;
      std::string name = rows.name;
      out << ",\n\"" << name.replace(name.find("attentions"), std::string::npos, "no_token") << "\": ";
      putHeads(out, rows, {}, [&](HeadId head, const Progress&) {
        forEachRow(maps, head, [&](Index query, const auto& row) {
          if (query) out << ',';
          put(out, noTokenShare(row)[0]);
        });
      });
    }
    const auto hidden = [&out](const Trace& of, const char* name) {
      out << ",\n\"" << name << "\": [";
      for (std::size_t l = 0; l < of.hiddenStates.size(); ++l) {
        out << (l ? ",\n[" : "[");
        putRows(out, of.hiddenStates[l]);
        out << ']';
      }
      out << ']';
    };
    if (choice.hiddenStates && trace.source) hidden(*trace.source, "encoder_hidden_states");
    if (choice.hiddenStates)
      for (const AttentionType stage : stages)
        hidden(trace.stackOf(stage), (stagePrefix(stage) + "hidden_states").c_str());
    if (choice.hiddenStates && stages.empty()) hidden(trace, trace.source ? "decoder_hidden_states" : "hidden_states");
    if (choice.logits) {
      out << ",\n\"logits\": [";
      const Logits& logits = trace.logits;
      const Index band = bandRows(logits.rows(), logits.cols());
      for (Index row = 0; row < logits.rows(); row += band) {
        if (row) out << ",\n";
        putRows(out, logits.block(row, std::min(band, logits.rows() - row)));
      }
      out << ']';
    }
    out << "}\n";
  });
}

void writeAttentionCsv(const std::filesystem::path& path, const ExportChoice& choice,
                       const std::vector<AttentionRows>& attention, const Progress& progress) {
  if (choice.hiddenStates || choice.logits)
    throw Error(
        "csv: expected attention only, found --with hidden or logits (a .safetensors, .npz or .json file holds them)");
  if (attention.size() != 1)
    throw Error("csv: expected one attention (--attention with one name), found " + std::to_string(attention.size()));
  const AttentionMaps& maps = *attention.front().maps;
  writeWhole(path, [&](std::ostream& out) {
    out << "layer,head,query,key,query_token,key_token,weight\r\n";
    forHeads(attention.front(), progress, [&](HeadId head, const Progress& part) {
      const auto putRow = [&](Index q, const auto& row) {
        const std::string query = csvText(nameOf(maps.queryTokens()[static_cast<std::size_t>(q)]));
        const auto putCell = [&](const std::string& key, const std::string& name, float weight) {
          out << head.layer << ',' << head.head << ',' << q << ',' << key << ',' << query << ',' << name << ',';
          put(out, weight);
          out << "\r\n";
        };
        for (Index k = 0; k < maps.keys() && out; ++k)
          putCell(std::to_string(k), csvText(nameOf(maps.keyTokens()[static_cast<std::size_t>(k)])), row(k));
        if (maps.hasNoTokenShare()) putCell("", "", noTokenShare(row)[0]);
      };
      forEachRow(maps, head, putRow, part);
    });
  });
}

}  // namespace headlight
