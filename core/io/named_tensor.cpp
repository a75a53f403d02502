#include "core/io/named_tensor.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <ostream>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/io/tensor_writer.h"

namespace headlight {
namespace {

using OrderedJson = nlohmann::ordered_json;

NamedTensor filled(std::string name, std::vector<TensorAxis> axes, double value, bool whole) {
  NamedTensor tensor{std::move(name), std::move(axes), {}, whole, false, {}};
  Index count = 1;
  for (const TensorAxis& axis : tensor.axes) count *= axis.size;
  tensor.values.assign(static_cast<std::size_t>(count), value);
  return tensor;
}

OrderedJson axesJson(const NamedTensor& tensor) {
  OrderedJson axes = OrderedJson::array();
  for (const TensorAxis& axis : tensor.axes) {
    OrderedJson entry = {{"name", axis.name}, {"size", axis.size}};
    if (!axis.labels.empty()) entry["labels"] = axis.labels;
    axes.push_back(std::move(entry));
  }
  return axes;
}

OrderedJson numberJson(double value, bool whole) {
  if (!std::isfinite(value)) return nullptr;
  if (whole) return static_cast<std::int64_t>(value);
  return value;
}

/// The cells of the axes from `axis` on, `from` being the first of them; `cell` makes one.
template <class Cell>
OrderedJson nested(const NamedTensor& tensor, const Cell& cell, std::size_t axis, std::size_t from, std::size_t count) {
  if (axis == tensor.axes.size()) return cell(from);
  OrderedJson list = OrderedJson::array();
  const auto size = static_cast<std::size_t>(tensor.axes[axis].size);
  if (size == 0) return list;
  const std::size_t each = count / size;
  for (std::size_t i = 0; i < size; ++i) list.push_back(nested(tensor, cell, axis + 1, from + i * each, each));
  return list;
}

template <class Number>
void writeNumbers(const std::vector<double>& values, std::ostream& out) {
  for (const double value : values) {
    const auto number = static_cast<Number>(value);
    out.write(reinterpret_cast<const char*>(&number), sizeof number);
  }
}

}  // namespace

std::size_t NamedTensor::at(std::initializer_list<Index> indices) const {
  assert(indices.size() == axes.size());
  std::size_t place = 0;
  auto axis = axes.begin();
  for (const Index index : indices) {
    assert(index >= 0 && index < axis->size);
    place = place * static_cast<std::size_t>(axis->size) + static_cast<std::size_t>(index);
    ++axis;
  }
  return place;
}

NamedTensor madeTensor(std::string name, std::vector<TensorAxis> axes) {
  return filled(std::move(name), std::move(axes), std::numeric_limits<double>::quiet_NaN(), false);
}

NamedTensor zeroTensor(std::string name, std::vector<TensorAxis> axes, bool whole) {
  return filled(std::move(name), std::move(axes), 0, whole);
}

NamedTensor outcomeTensor(std::string name, std::vector<TensorAxis> axes) {
  NamedTensor tensor = filled(std::move(name), std::move(axes), -1, true);
  tensor.outcomes = true;
  return tensor;
}

NamedTensor oneNumber(std::string name, double value) { return filled(std::move(name), {{"", 1}}, value, false); }

Table tableOf(const std::vector<NamedTensor>& tensors) {
  Table table;
  table.columns = {"tensor"};
  // Which column each axis of a tensor has: the first of its name that the tensor does not use yet.
  const auto columnsOf = [&](const NamedTensor& tensor) {
    std::vector<std::size_t> columns;
    for (const TensorAxis& axis : tensor.axes) {
      if (axis.name.empty()) {
        columns.push_back(0);
        continue;
      }
      int nth = 1;
      for (std::size_t other = 0; other < columns.size(); ++other) nth += tensor.axes[other].name == axis.name;
      const std::string name = nth == 1 ? axis.name : axis.name + "_" + std::to_string(nth);
      auto found = std::find(table.columns.begin() + 1, table.columns.end(), name);
      if (found == table.columns.end()) found = table.columns.insert(found, name);
      columns.push_back(static_cast<std::size_t>(found - table.columns.begin()));
    }
    return columns;
  };
  for (const NamedTensor& tensor : tensors) columnsOf(tensor);
  table.columns.emplace_back("value");
  const std::size_t valueColumn = table.columns.size() - 1;
  const bool texts =
      std::any_of(tensors.begin(), tensors.end(), [](const NamedTensor& tensor) { return !tensor.texts.empty(); });
  if (texts) table.columns.emplace_back("text");
  for (const NamedTensor& tensor : tensors) {
    const std::vector<std::size_t> columns = columnsOf(tensor);
    for (std::size_t place = 0; place < tensor.values.size(); ++place) {
      std::vector<TableCell> row(table.columns.size());
      row.front() = tensor.name;
      std::size_t rest = place;
      for (std::size_t axis = tensor.axes.size(); axis-- > 0;) {
        const auto size = static_cast<std::size_t>(tensor.axes[axis].size);
        const std::size_t index = rest % size;
        rest /= size;
        if (columns[axis] == 0) continue;
        const std::vector<std::string>& labels = tensor.axes[axis].labels;
        row[columns[axis]] = labels.empty() ? TableCell(static_cast<double>(index)) : TableCell(labels[index]);
      }
      row[valueColumn] = tensor.values[place];
      if (!tensor.texts.empty()) row.back() = tensor.texts[place];
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

void writeTensorsJson(std::ostream& out, const std::vector<NamedTensor>& tensors,
                      const std::map<std::string, std::string>& notes) {
  OrderedJson json;
  for (const auto& [key, value] : notes) json[key] = value;
  OrderedJson& all = json["tensors"] = OrderedJson::object();
  for (const NamedTensor& tensor : tensors) {
    const auto value = [&](std::size_t at) { return numberJson(tensor.values[at], tensor.whole); };
    const auto text = [&](std::size_t at) { return OrderedJson(tensor.texts[at]); };
    OrderedJson& entry = all[tensor.name] = {{"axes", axesJson(tensor)}};
    entry["values"] = nested(tensor, value, 0, 0, tensor.values.size());
    if (!tensor.texts.empty()) entry["texts"] = nested(tensor, text, 0, 0, tensor.values.size());
  }
  out << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void writeTensors(const std::filesystem::path& path, const std::vector<NamedTensor>& tensors,
                  const std::map<std::string, std::string>& notes) {
  const std::string kind = path.extension().string();
  if (kind == ".csv") {
    writeTable(tableOf(tensors), path);
  } else if (kind == ".json") {
    writeWhole(path, [&](std::ostream& out) { writeTensorsJson(out, tensors, notes); });
  } else if (kind == ".safetensors") {
    std::vector<TensorStream> streams;
    OrderedJson axes;
    for (const NamedTensor& tensor : tensors) {
      TensorStream stream{tensor.name, tensor.whole ? TensorStream::Type::I64 : TensorStream::Type::F32, {}, {}};
      for (const TensorAxis& axis : tensor.axes) stream.shape.push_back(axis.size);
      stream.write = [&tensor](std::ostream& out) {
        if (tensor.whole)
          writeNumbers<std::int64_t>(tensor.values, out);
        else
          writeNumbers<float>(tensor.values, out);
      };
      streams.push_back(std::move(stream));
      axes[tensor.name] = axesJson(tensor);
    }
    std::map<std::string, std::string> metadata = notes;
    metadata["axes"] = axes.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    writeSafetensors(path, streams, metadata);
  } else {
    throw Error("output '" + path.string() + "': expected a name ending in .safetensors, .csv or .json, found '" +
                kind + "'");
  }
}

}  // namespace headlight
